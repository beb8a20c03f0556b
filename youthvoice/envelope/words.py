"""Words as bytes, in exactly one way (the subset of RFC 8785 that we use).

Objects with ASCII keys, arrays, strings, whole numbers within 53 bits, true, false, null.
Keys sorted, no white space, UTF-8. No fractions: two languages write them differently.
"""

import json
from typing import Any

from youthvoice.envelope.shape import BUCKETS, BadEnvelope

Words = dict[str, Any]

LENGTH = 4
SIGNATURE = 64
MOST = BUCKETS[-1] - SIGNATURE - LENGTH
LARGEST_NUMBER = 2**53 - 1


def to_bytes(words: Words) -> bytes:
    """Canonical bytes. Raises `BadEnvelope` for what cannot be written in one way."""
    _check(words)
    text = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise BadEnvelope("not_canonical") from None


def from_bytes(data: bytes) -> Words:
    """The words again; refuses bytes that `to_bytes` would not have written."""
    try:
        words = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise BadEnvelope("not_canonical") from None
    if not isinstance(words, dict) or to_bytes(words) != data:
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


def _check(value: Any) -> None:
    if value is None or isinstance(value, bool | str):
        return
    if isinstance(value, int):
        if abs(value) > LARGEST_NUMBER:
            raise BadEnvelope("not_canonical")
        return
    if isinstance(value, list):
        for item in value:
            _check(item)
        return
    if not isinstance(value, dict):
        raise BadEnvelope("not_canonical")
    for key, item in value.items():
        if not (isinstance(key, str) and key.isascii()):
            raise BadEnvelope("not_canonical")
        _check(item)
