"""The phone's door: a box opens to whoever bears its token, and to nobody else."""

import hashlib
import secrets
from hmac import compare_digest

from flask import request

from youthvoice.envelope.shape import ID
from youthvoice.mailbox import asked, at_hand
from youthvoice.mailbox.answers import Refused, unauthorised

TOKEN = 32
NO_TOKEN = secrets.token_bytes(32)
"""Compared with when there is no such box, so that this takes as long as a wrong token."""


def box(name: str) -> bytes:
    """The box called `name` in a URL. Raises `Refused` (401, the same for every reason, or 429)."""
    return _borne(_octets(name, ID))


def box_of(invitation: str) -> bytes:
    """The box that the claim of an invitation made. Raises `Refused` likewise."""
    found = at_hand.store().claims.box_of(_octets(invitation, ID))
    return _borne(found or bytes(ID))


def sent() -> str:
    """What stands behind `Bearer` in the request, or nothing."""
    credentials = request.authorization
    if credentials is None or credentials.type != "bearer":
        return ""
    return credentials.token or ""


def stranger() -> Refused:
    """Whoever has shown nothing that opens: 401. Raises `Refused` (429) for one too many."""
    at_hand.rates().stranger()
    return unauthorised()


def _borne(box: bytes) -> bytes:
    token = _octets(sent(), TOKEN)
    kept = at_hand.store().claims.token_of(box)
    if not compare_digest(hashlib.sha256(token).digest(), kept or NO_TOKEN):
        raise stranger()
    at_hand.rates().known(box)
    return box


def _octets(text: str, size: int) -> bytes:
    try:
        return asked.from_hex(text, size)
    except Refused:
        raise stranger() from None
