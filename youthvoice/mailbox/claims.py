"""An invitation is claimed, and its contents are let go of.

All ways in which an invitation is unusable give one and the same answer, and take the same way
through the store: one read, one comparison, nothing written.
"""

import hashlib
import hmac
import re

from flask import Response

from youthvoice import clock
from youthvoice.envelope.shape import ENCAPSULATED, ID, length_prefixed
from youthvoice.mailbox import answers, asked, at_hand, bearer
from youthvoice.mailbox.answers import Refused, malformed
from youthvoice.mailbox.asked import Fields
from youthvoice.mailbox.store.judging import Asked, Kind, Verdict
from youthvoice.mailbox.store.kept import Device

SECRET = 32
CHECK_NUMBER = b"youthvoice/1 check number"
"""As `envelope.invitation` has it, which the mailbox may not import; a test holds them together."""


def claim() -> Response:
    """The sealed contents, for the one device that claims or asks again."""
    at_hand.rates().stranger()
    verdict = at_hand.store().claims.claim(_asked(asked.fields()), int(clock.epoch()))
    if verdict.kind in (Kind.FIRST, Kind.AGAIN):
        return answers.octets(verdict.contents)
    raise _refusal(verdict)


def held(invitation: str) -> Response:
    """The device holds the contents: they are deleted here. May be repeated."""
    at_hand.store().claims.hold(bearer.box_of(invitation))
    return answers.nothing(204)


def _asked(found: Fields) -> Asked:
    claim_key = asked.octets(found, "claim_key", SECRET)
    return Asked(
        asked.octets(found, "invitation", ID),
        hashlib.sha256(claim_key).digest(),
        _check_hash(claim_key, found.get("check_number")),
        _device(asked.part(found, "device")),
    )


def _device(found: Fields) -> Device:
    return Device(
        asked.octets(found, "agreement", ENCAPSULATED),
        asked.octets(found, "signing", ENCAPSULATED),
        asked.octets(found, "token_sha256", SECRET),
        asked.octets(found, "proof", SECRET),
    )


def _check_hash(claim_key: bytes, check_number: object) -> bytes | None:
    if check_number is None:
        return None
    if not isinstance(check_number, str) or not re.fullmatch("[0-9]{6}", check_number):
        raise malformed()
    written = length_prefixed([CHECK_NUMBER, check_number.encode()])
    return hmac.digest(claim_key, written, "sha256")


def _refusal(verdict: Verdict) -> Refused:
    if verdict.kind is Kind.CHECK_NEEDED:
        return Refused(403, "check_number_needed", tries_left=verdict.tries_left)
    if verdict.kind is Kind.CHECK_WRONG:
        return Refused(403, "check_number_wrong", tries_left=verdict.tries_left)
    return Refused(404, "invitation_unusable")
