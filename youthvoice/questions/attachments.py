"""A voice note or a picture beside an answer: what the answer says of it, and how it is told.

The answer names it by the SHA-256 of its bytes, which travel in pieces of their own.
"""

import re
from typing import Any

from youthvoice.questions.model import N_, Question, Translate

LONGEST_VOICE = 300
"""Seconds of one voice note."""

VOICE_TYPES = frozenset({"audio/webm", "audio/mp4"})
PICTURE_TYPES = frozenset({"image/jpeg", "image/png", "image/webp"})

_SHA256 = re.compile("[0-9a-f]{64}")
_NAMES = {"sha256", "type", "bytes"}


def is_voice(value: Any) -> bool:
    """Whether it is `{"sha256", "type", "bytes", "seconds"}`, each as our phones write it."""
    if not _names(value, _NAMES | {"seconds"}, VOICE_TYPES):
        return False
    seconds = value["seconds"]
    return type(seconds) is int and 0 <= seconds <= LONGEST_VOICE


def is_picture(value: Any) -> bool:
    """Whether it is `{"sha256", "type", "bytes"}`, each as our phones write it."""
    return _names(value, _NAMES, PICTURE_TYPES)


def tell_voice(_question: Question, value: Any, translate: Translate) -> list[str]:
    """`Voice note, 2 min 5 s`."""
    minutes, seconds = divmod(value["seconds"], 60)
    line = translate(N_("Voice note, %(minutes)s min %(seconds)s s"))
    return [line % {"minutes": minutes, "seconds": seconds}]


def tell_picture(_question: Question, _value: Any, translate: Translate) -> list[str]:
    """`Picture`."""
    return [translate(N_("Picture"))]


def _names(value: Any, parts: set[str], types: frozenset[str]) -> bool:
    if not isinstance(value, dict) or set(value) != parts or not _is_one_of(value["type"], types):
        return False
    named, size = value["sha256"], value["bytes"]
    is_hash = isinstance(named, str) and _SHA256.fullmatch(named) is not None
    return is_hash and type(size) is int and size > 0


def _is_one_of(value: Any, types: frozenset[str]) -> bool:
    return isinstance(value, str) and value in types
