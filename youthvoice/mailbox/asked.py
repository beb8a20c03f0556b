"""What was asked: the body within its limit, JSON fields of exactly the shape that they must have.

Hexadecimal is lower case and of one length. Fields that nobody knows are passed over, so that a
newer phone can speak to an older mailbox. Everything else is `malformed`.
"""

import json
import re
from collections.abc import Callable
from typing import Any, TypeVar

from flask import request
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge

from youthvoice.envelope.shape import LARGEST
from youthvoice.mailbox.answers import Refused, malformed

LARGEST_NUMBER = 2**53 - 1

Fields = dict[str, Any]
Read = TypeVar("Read")


def body() -> bytes:
    """The body, 1 MiB at most. Raises `Refused` (413)."""
    request.max_content_length = LARGEST
    try:
        return request.get_data(cache=False)
    except RequestEntityTooLarge:
        raise Refused(413, "too_large") from None
    except ClientDisconnected:
        raise malformed() from None


def some_body() -> bytes:
    """A body that is there: one that was lost on the way must not pass for an empty outbox.

    Raises `Refused` (400, 413).
    """
    found = body()
    if not found:
        raise malformed()
    return found


def fields() -> Fields:
    """The body as a JSON object. Raises `Refused`."""
    try:
        found = json.loads(body())
    except (ValueError, RecursionError):
        raise malformed() from None
    return _object(found)


def part(of: Fields, name: str) -> Fields:
    """An object in an object. Raises `Refused`."""
    return _object(of.get(name))


def octets(of: Fields, name: str, size: int) -> bytes:
    """`size` bytes written in hexadecimal. Raises `Refused`."""
    return from_hex(of.get(name), size)


def octets_or_none(of: Fields, name: str, size: int) -> bytes | None:
    """As `octets`, where null or nothing is allowed. Raises `Refused`."""
    return None if of.get(name) is None else octets(of, name, size)


def some_octets(of: Fields, name: str) -> bytes:
    """At least one byte written in hexadecimal. Raises `Refused`."""
    text = of.get(name)
    size = len(text) // 2 if isinstance(text, str) else 0
    if not size:
        raise malformed()
    return from_hex(text, size)


def number(of: Fields, name: str) -> int:
    """A whole number from 0 that every language can hold; 5.0 is one. Raises `Refused`."""
    found = of.get(name)
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    if type(found) is not int or not 0 <= found <= LARGEST_NUMBER:
        raise malformed()
    return found


def items(of: Fields, name: str, read: Callable[[Any], Read]) -> list[Read]:
    """A list, each item of it read by `read`. Raises `Refused`."""
    found = of.get(name)
    if not isinstance(found, list):
        raise malformed()
    return [read(item) for item in found]


def one(read: Callable[[Fields], Read]) -> Callable[[Any], Read]:
    """For `items`: a reader of objects."""
    return lambda item: read(_object(item))


def from_hex(text: object, size: int) -> bytes:
    """Exactly `size` bytes. Raises `Refused`."""
    if not isinstance(text, str) or len(text) != 2 * size:
        raise malformed()
    if not re.fullmatch("[0-9a-f]*", text):
        raise malformed()
    return bytes.fromhex(text)


def _object(found: object) -> Fields:
    if not isinstance(found, dict):
        raise malformed()
    return found
