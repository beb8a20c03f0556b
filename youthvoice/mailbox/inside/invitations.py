"""The record leaves an invitation here, or takes it back."""

from flask import Response

from youthvoice.envelope.shape import ID
from youthvoice.mailbox import answers, asked, at_hand
from youthvoice.mailbox.answers import Refused
from youthvoice.mailbox.asked import Fields
from youthvoice.mailbox.store.kept import Invitation, Outcome

HASH = 32
CODES = {Outcome.DIFFERENT: "different_bytes", Outcome.REVOKED: "revoked"}


def put(invitation: str) -> Response:
    """201 when stored, 200 when the same is here already, claimed or not."""
    left = _left(asked.from_hex(invitation, ID), asked.fields())
    outcome = at_hand.store().invitations.put(left)
    if outcome in CODES:
        raise Refused(409, CODES[outcome])
    return answers.nothing(201 if outcome is Outcome.STORED else 200)


def revoke(invitation: str) -> Response:
    """204, known or not; unusable from then on."""
    at_hand.store().invitations.revoke(asked.from_hex(invitation, ID))
    return answers.nothing(204)


def _left(name: bytes, found: Fields) -> Invitation:
    return Invitation(
        name,
        asked.octets(found, "box", ID),
        asked.octets(found, "claim_hash", HASH),
        asked.octets_or_none(found, "check_hash", HASH),
        asked.some_octets(found, "contents"),
        asked.number(found, "expires"),
    )
