"""The record and the mailbox tell each other which history they are in, and what holds in it."""

from flask import Response, jsonify

from youthvoice.envelope.shape import ENCAPSULATED, ID
from youthvoice.mailbox import answers, asked, at_hand
from youthvoice.mailbox.asked import Fields
from youthvoice.mailbox.store.kept import Claimed, Device

SECRET = 32


def now() -> Response:
    """Our epoch, whether it is settled, and how far the record has told us that it is."""
    met = at_hand.store().epochs.now()
    epoch, number = met.record
    record = {"epoch": epoch, "round": number}
    return jsonify(epoch=met.epoch, settled=met.is_settled, record=record)


def revoked() -> Response:
    """Those of the invitations that were revoked here."""
    found = at_hand.store().invitations.revoked_among(_ids(asked.fields(), "invitations"))
    return jsonify(revoked=[one.hex() for one in found])


def again() -> Response:
    """What the record says again: what is revoked, and who claimed what. May be repeated."""
    found = asked.fields()
    store = at_hand.store()
    for invitation in _ids(found, "revoked"):
        store.invitations.revoke(invitation)
    store.claims.restate(asked.items(found, "claims", asked.one(_claimed)))
    return answers.nothing(204)


def settle() -> Response:
    """All of that was said, in our epoch of that number: phones are let in again."""
    found = asked.fields()
    record = asked.part(found, "record")
    told = asked.number(record, "epoch"), asked.number(record, "round")
    at_hand.store().epochs.settle(asked.number(found, "epoch"), told)
    return answers.nothing(204)


def _ids(found: Fields, name: str) -> list[bytes]:
    return asked.items(found, name, lambda one: asked.from_hex(one, ID))


def _claimed(found: Fields) -> Claimed:
    device = asked.part(found, "device")
    return Claimed(
        asked.octets(found, "invitation", ID),
        asked.octets(found, "box", ID),
        Device(
            asked.octets(device, "agreement", ENCAPSULATED),
            asked.octets(device, "signing", ENCAPSULATED),
            asked.octets(device, "token_sha256", SECRET),
            asked.octets(device, "proof", SECRET),
        ),
        held=True,
    )
