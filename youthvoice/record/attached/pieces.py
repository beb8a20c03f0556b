"""Take in the pieces of a whole, in whatever order they come."""

import base64
import binascii
import hashlib
import json
import re
from typing import Any

from youthvoice.envelope.words import Words
from youthvoice.record.attached.magic import type_of
from youthvoice.record.cases import Reader
from youthvoice.record.store import Store

MOST_PIECES = 64
"""Of one whole: several times what five minutes of speech or a large picture need."""

_SHA256 = re.compile("[0-9a-f]{64}")


def odd_piece(store: Store, reader: Reader, words: Words) -> list[str]:
    """`odd_piece` for one that is not well made, or is not what came for its place before."""
    if not _is_well_made(words):
        return ["odd_piece"]
    there = _in_its_place(store, reader.id, words)
    return [] if there in (None, words["data"]) else ["odd_piece"]


def keep_piece(store: Store, reader: Reader, envelope_id: str, words: Words) -> list[str]:
    """Note where a piece belongs; with the last one the whole is there.

    `broken_whole` when all pieces are there and are not what their name says.
    """
    place = {name: words[name] for name in ("whole", "at", "of")}
    with store.write() as database:
        row = {"envelope": envelope_id, "reader": reader.id, **place}
        database.table("pieces").insert(row, ignore=True)
        data = joined(store, reader.id, words["whole"], words["of"])
        if data is None:
            return []
        if hashlib.sha256(data).hexdigest() != words["whole"]:
            return ["broken_whole"]
        whole = {"reader": reader.id, "sha256": words["whole"], "of": words["of"]}
        whole |= {"bytes": len(data), "type": type_of(data)}
        database.table("wholes").insert(whole, ignore=True)
    return []


def joined(store: Store, reader_id: str, whole: str, of: int) -> bytes | None:
    """The bytes of a whole that came in so many pieces; None while some are missing."""
    rows = store.rows(
        "SELECT words FROM pieces JOIN envelopes ON envelopes.id = envelope"
        ' WHERE pieces.reader = ? AND whole = ? AND "of" = ? ORDER BY "at"',
        [reader_id, whole, of],
    )
    if len(rows) < of:
        return None
    return b"".join(base64.b64decode(json.loads(row["words"])["data"]) for row in rows)


def _in_its_place(store: Store, reader_id: str, words: Words) -> str | None:
    row = store.row(
        "SELECT words FROM pieces JOIN envelopes ON envelopes.id = envelope"
        ' WHERE pieces.reader = ? AND whole = ? AND "of" = ? AND "at" = ?',
        [reader_id, words["whole"], words["of"], words["at"]],
    )
    return str(json.loads(row["words"])["data"]) if row else None


def _is_well_made(words: Words) -> bool:
    whole, at, of = (words.get(name) for name in ("whole", "at", "of"))
    if not isinstance(whole, str) or not _SHA256.fullmatch(whole):
        return False
    if type(at) is not int or type(of) is not int:
        return False
    return 0 <= at < of <= MOST_PIECES and _is_base64(words.get("data"))


def _is_base64(data: Any) -> bool:
    if not isinstance(data, str):
        return False
    try:
        return bool(base64.b64decode(data, validate=True))
    except (binascii.Error, ValueError):
        return False
