"""The rule by which a share is given. It knows no database: every store applies this one.

A share that nobody knows, one whose tries are spent and one that its phone or the record took back
all come to the same verdict. A right proof is judged where wrong ones are counted, so that nobody
can try a thousand at once; and it resets nothing here. Whoever has opened the phone has it entrust
a new share, whose tries begin anew: so ten are ten in a row since the last right one.
"""

from dataclasses import dataclass
from enum import Enum, auto
from hmac import compare_digest

TRIES = 10
"""Wrong proofs in the lifetime of a share, which lasts until the phone is next opened."""


class Kind(Enum):
    """What a try comes to."""

    GIVEN = auto()
    WRONG = auto()
    UNUSABLE = auto()


@dataclass(frozen=True)
class Tried:
    """The answer to a try: the share where it is GIVEN, `tries_left` where it was WRONG."""

    kind: Kind
    share: bytes = b""
    tries_left: int = 0


UNUSABLE = Tried(Kind.UNUSABLE)


@dataclass(frozen=True)
class Held:
    """A share that can be given."""

    share: bytes
    proof_hash: bytes
    tries: int


def judge(held: Held | None, proof_hash: bytes) -> Tried:
    """What one try comes to. WRONG must be counted before anybody is told."""
    if held is None:
        return UNUSABLE
    if compare_digest(held.proof_hash, proof_hash):
        return Tried(Kind.GIVEN, held.share)
    return Tried(Kind.WRONG, tries_left=TRIES - held.tries - 1)
