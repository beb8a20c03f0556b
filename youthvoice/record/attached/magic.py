"""What bytes are, by how they begin."""

from collections.abc import Callable

_STARTS: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    ("audio/webm", lambda start: start.startswith(b"\x1a\x45\xdf\xa3")),
    ("audio/mp4", lambda start: start[4:8] == b"ftyp"),
    ("image/jpeg", lambda start: start.startswith(b"\xff\xd8\xff")),
    ("image/png", lambda start: start.startswith(b"\x89PNG\r\n\x1a\n")),
    ("image/webp", lambda start: start.startswith(b"RIFF") and start[8:12] == b"WEBP"),
)


def type_of(data: bytes) -> str:
    """One of the types that our phones send, or empty for anything else."""
    start = data[:12]
    return next((name for name, begins in _STARTS if begins(start)), "")
