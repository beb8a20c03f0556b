"""The rule by which a claim is judged. It knows no database: every store applies this one.

A claim key that is wrong, an invitation that nobody knows, one that is used, expired, revoked or
out of tries all come to the same verdict, and none of them is written down.
"""

from dataclasses import dataclass
from enum import Enum, auto
from hmac import compare_digest

from youthvoice.mailbox.store.kept import Device

TRIES = 10
"""Wrong check numbers in the lifetime of an invitation."""


@dataclass(frozen=True)
class Asked:
    """A claim as asked. `check_hash` is None when no check number was sent."""

    invitation: bytes
    claim_hash: bytes
    check_hash: bytes | None
    device: Device


class Kind(Enum):
    """What a claim comes to."""

    FIRST = auto()
    AGAIN = auto()
    CHECK_NEEDED = auto()
    CHECK_WRONG = auto()
    UNUSABLE = auto()


@dataclass(frozen=True)
class Verdict:
    """The answer to a claim: `contents` for FIRST and AGAIN, `tries_left` for the check number."""

    kind: Kind
    tries_left: int = 0
    contents: bytes = b""


UNUSABLE = Verdict(Kind.UNUSABLE)


@dataclass(frozen=True)
class Known:
    """What is kept of an invitation. `device` is None until it is claimed."""

    claim_hash: bytes
    check_hash: bytes | None
    expires: int
    tries: int
    device: Device | None
    held: bool


NOBODY = Known(bytes(32), None, 0, TRIES, None, held=False)
"""Compared with when nothing is known, so that the unknown takes as long as the known."""


def judge(known: Known | None, asked: Asked, now: int) -> Verdict:
    """What a claim comes to at `now` (unix seconds).

    The device that claimed may ask again, expired or not, until it has said that it holds the
    contents: an answer lost on the way loses nothing.
    """
    right_key = compare_digest((known or NOBODY).claim_hash, asked.claim_hash)
    if known is None or not right_key:
        return UNUSABLE
    if known.device is not None:
        again = known.device.same_as(asked.device) and not known.held
        return Verdict(Kind.AGAIN) if again else UNUSABLE
    if now >= known.expires or known.tries >= TRIES:
        return UNUSABLE
    return _check_number(known, asked)


def _check_number(known: Known, asked: Asked) -> Verdict:
    left = TRIES - known.tries
    if known.check_hash is None:
        return Verdict(Kind.FIRST)
    if asked.check_hash is None:
        return Verdict(Kind.CHECK_NEEDED, left)
    if not compare_digest(known.check_hash, asked.check_hash):
        return Verdict(Kind.CHECK_WRONG, left - 1)
    return Verdict(Kind.FIRST)
