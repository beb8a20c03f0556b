"""Many envelopes in one body: a 4-byte big-endian length before each."""

from collections.abc import Iterator

from youthvoice.envelope.shape import LARGEST, length_prefixed

LENGTH = 4
ROOM = LARGEST
"""Bytes that one body carries."""

MOST = 1000
"""Frames that one body carries: four times as many as there can be envelopes in it."""


def split(body: bytes) -> Iterator[bytes | None]:
    """The frames in order; None, as the last, for a tail that is no frame or one too many."""
    at = 0
    for _ in range(MOST):
        if at == len(body):
            return
        start, end = at + LENGTH, at + LENGTH + int.from_bytes(body[at : at + LENGTH], "big")
        if end > len(body) or start > len(body):
            break
        yield body[start:end]
        at = end
    if at < len(body):
        yield None


def joined(parts: list[bytes]) -> bytes:
    """One body of many frames."""
    return length_prefixed(parts)
