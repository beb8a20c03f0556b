"""Words as bytes, in exactly one way (the subset of RFC 8785 that we use).

Objects with ASCII keys, arrays, strings, whole numbers within 53 bits, true, false, null; at
most 32 deep, so that no parser runs out of stack. Keys sorted, no white space, UTF-8. No
fractions: two languages write them differently.
"""

import json
from typing import Any

from youthvoice.envelope.shape import BUCKETS, BadEnvelope

Words = dict[str, Any]

LENGTH = 4
SIGNATURE = 64
MOST = BUCKETS[-1] - SIGNATURE - LENGTH
LARGEST_NUMBER = 2**53 - 1
DEEPEST = 32


def to_bytes(words: Words) -> bytes:
    """Canonical bytes. Raises `BadEnvelope` for what cannot be written in one way."""
    if not isinstance(words, dict):
        raise BadEnvelope("not_canonical")
    _check(words, DEEPEST)
    text = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise BadEnvelope("not_canonical") from None


def from_bytes(data: bytes) -> Words:
    """The words again; refuses bytes that `to_bytes` would not have written."""
    try:
        words: Words = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise BadEnvelope("not_canonical") from None
    if to_bytes(words) != data:
        raise BadEnvelope("not_canonical")
    return words


def pad(signature: bytes, words: bytes) -> bytes:
    """Signature, length, words and zeros, up to the smallest bucket that holds them."""
    inside = signature + len(words).to_bytes(LENGTH, "big") + words
    for bucket in BUCKETS:
        if len(inside) <= bucket:
            return inside.ljust(bucket, b"\0")
    raise BadEnvelope("too_large")


def unpad(inside: bytes) -> tuple[bytes, bytes]:
    """Signature and words. Raises `BadEnvelope` unless `pad` would give these very bytes."""
    if len(inside) not in BUCKETS:
        raise BadEnvelope("wrong_size")
    size = int.from_bytes(inside[SIGNATURE : SIGNATURE + LENGTH], "big")
    words = inside[SIGNATURE + LENGTH : SIGNATURE + LENGTH + size]
    if len(words) != size or pad(inside[:SIGNATURE], words) != inside:
        raise BadEnvelope("wrong_padding")
    return inside[:SIGNATURE], words


def _check(value: Any, deeper: int) -> None:
    if value is None or isinstance(value, bool | str):
        return
    if isinstance(value, int) and abs(value) <= LARGEST_NUMBER:
        return
    if not isinstance(value, list | dict) or deeper == 0:
        raise BadEnvelope("not_canonical")
    if isinstance(value, dict) and not all(isinstance(key, str) and key.isascii() for key in value):
        raise BadEnvelope("not_canonical")
    for item in value.values() if isinstance(value, dict) else value:
        _check(item, deeper - 1)
