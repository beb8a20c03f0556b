"""Many envelopes in one body: before each, a 4-byte length and the box that it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass

from youthvoice.envelope.shape import ID, LARGEST, length_prefixed

LENGTH = 4
ROOM = LARGEST
"""Bytes of one body."""


@dataclass(frozen=True)
class Frame:
    """An envelope as it travels, and its box (hex)."""

    box: str
    envelope: bytes

    @property
    def size(self) -> int:
        """Bytes that it takes in a body."""
        return LENGTH + ID + len(self.envelope)


def join(frames: Iterable[Frame]) -> bytes:
    """One body."""
    return length_prefixed([bytes.fromhex(frame.box) + frame.envelope for frame in frames])


MOST_FRAMES = 1_000
"""Of one body: four times as many as there can be envelopes in it."""


def split(body: bytes) -> list[Frame]:
    """The frames of a body, up to the first that is cut off: the mailbox still has that one.

    Of a body with too many the first are given; that they are too many is for the caller to see.
    """
    found: list[Frame] = []
    at = 0
    while at + LENGTH <= len(body) and len(found) <= MOST_FRAMES:
        start, size = at + LENGTH, int.from_bytes(body[at : at + LENGTH], "big")
        if start + size > len(body):
            break
        frame = body[start : start + size]
        found.append(Frame(frame[:ID].hex(), frame[ID:]))
        at = start + size
    return found
