"""The key of a form, and the press that was made with it."""

import hashlib
import json
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

from flask import Request

FIELD = "press"
"""The name of the hidden field."""
OURS = {FIELD, "csrf_token"}
"""Fields of every form that nobody typed."""
SHAPE = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Press:
    """`id`: who pressed which form where (32 bytes). `sent`: SHA-256 of what it held."""

    id: bytes
    sent: bytes
    key: str = field(repr=False)


def new_key() -> str:
    """For a form that is rendered now."""
    return secrets.token_hex(16)


def sent_key(request: Request) -> str | None:
    """The key that a form was sent with; None for none, or for what is none of ours."""
    key = request.form.get(FIELD, "")
    return key if SHAPE.fullmatch(key) else None


def press_of(request: Request, key: str, staff_id: str) -> Press:
    """The press that this request is."""
    where = _digest([key, request.path, staff_id])
    return Press(where, _digest([*_fields(request), *_files(request)]), key)


def _fields(request: Request) -> Iterator[list[str]]:
    for name, values in sorted(request.form.lists()):
        if name not in OURS:
            yield [name, *values]


def _files(request: Request) -> Iterator[list[str]]:
    for name, file in sorted(request.files.items(multi=True), key=lambda one: one[0]):
        found = hashlib.file_digest(file.stream, "sha256").hexdigest()  # type: ignore[arg-type]
        file.stream.seek(0)
        yield [name, file.filename or "", found]


def _digest(words: object) -> bytes:
    written = json.dumps(words, ensure_ascii=True).encode("ascii")
    return hashlib.sha256(written).digest()
