"""From the council to a phone: what waits, the bytes, and leave to delete them."""

from flask import Response, jsonify

from youthvoice.envelope.shape import ID
from youthvoice.mailbox import answers, asked, at_hand, bearer, frames
from youthvoice.mailbox.waits import envelope_id, waiting_octets


def listed(box: str) -> Response:
    """Ids and sizes, oldest first."""
    found = at_hand.store().down.listed(bearer.box(box))
    return jsonify(envelopes=[{"id": one.id.hex(), "size": one.size} for one in found])


def get(box: str, envelope: str) -> Response:
    """The bytes while they wait."""
    from_box = bearer.box(box)
    return waiting_octets(at_hand.store().down.get(from_box, envelope_id(envelope)))


def get_frames(box: str) -> Response:
    """The oldest that fit in one body, at least one if any waits."""
    found = at_hand.store().down.of_box(bearer.box(box), frames.ROOM, frames.LENGTH)
    return answers.octets(frames.joined([one.data for one in found]))


def held(box: str) -> Response:
    """The phone holds these: they are deleted here. May be repeated."""
    from_box = bearer.box(box)
    ids = asked.items(asked.fields(), "ids", lambda name: asked.from_hex(name, ID))
    at_hand.store().down.forget(from_box, ids)
    return answers.nothing(204)
