"""From a phone towards the council: one envelope, or an outbox of them."""

from flask import Response, jsonify

from youthvoice.envelope.shape import TO_TWO
from youthvoice.mailbox import answers, arriving, asked, at_hand, bearer, frames
from youthvoice.mailbox.answers import Refused, full, unauthorised
from youthvoice.mailbox.arriving import Frame, Result
from youthvoice.mailbox.waits import envelope_id, waiting_octets


def put(box: str, envelope: str) -> Response:
    """201 when stored, 200 when these very bytes wait already."""
    into = bearer.box(box)
    data = asked.body()
    if arriving.outside_of(data, TO_TWO).envelope_id.hex() != envelope:
        raise Refused(400, "not_an_envelope")
    result = _keep([Frame(into, data)])[0]
    if result.status == 507 and result.error is not None:
        raise full(result.error)
    if result.error is not None:
        raise Refused(result.status, result.error)
    return answers.nothing(result.status)


def get(box: str, envelope: str) -> Response:
    """The bytes while they wait: what is no longer here has reached the record."""
    from_box = bearer.box(box)
    return waiting_octets(at_hand.store().up.get(from_box, envelope_id(envelope)))


def put_frames(box: str) -> Response:
    """Many in one body, each judged on its own, results in order."""
    into = bearer.box(box)
    results = _keep([Frame(into, data) for data in frames.split(asked.some_body())])
    return jsonify(results=[result.told() for result in results])


def _keep(found: list[Frame]) -> list[Result]:
    results = arriving.keep(at_hand.store().up, found, TO_TWO)
    if any(result.error == "no_box" for result in results):
        raise unauthorised()
    return results
