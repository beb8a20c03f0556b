"""Take in the pieces of a whole, in whatever order they come."""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from youthvoice.envelope.words import Words
from youthvoice.record.attached.magic import type_of
from youthvoice.record.cases import Reader
from youthvoice.record.store import Row, Store

MOST_PIECES = 64
"""Of one whole: several times what five minutes of speech or a large picture need."""

STARTS = 12
"""Bytes that say what a whole is."""

_SHA256 = re.compile("[0-9a-f]{64}")


def odd_piece(store: Store, reader: Reader, words: Words) -> list[str]:
    """`odd_piece` for one that is not well made, or is not what came for its place before."""
    if not _is_well_made(words):
        return ["odd_piece"]
    there = _in_its_place(store, reader.id, words)
    return [] if there in (None, words["data"]) else ["odd_piece"]


def make_piece(
    store: Store, reader: Reader, envelope_id: str, words: Words
) -> Callable[[], list[str]]:
    """A piece ready to be kept in its place; with the last one the whole is there.

    Kept, it gives `broken_whole` when all pieces are there and are not what their name says. All of
    them are looked at before the transaction, one after another, so that no more than one is held.
    """
    missing = words["of"] - _count(store, reader.id, words["whole"], words["of"])
    whole = _whole(store, reader.id, words) if missing <= 1 else None
    return partial(_keep, store, reader.id, envelope_id, words, whole)


def joined(store: Store, reader_id: str, whole: str, of: int) -> bytes | None:
    """The bytes of a whole that came in so many pieces; None while some are missing."""
    if _count(store, reader_id, whole, of) < of:
        return None
    return b"".join(_data_of(store, reader_id, whole, of))


def _count(store: Store, reader_id: str, whole: str, of: int) -> int:
    sql = 'SELECT count(*) AS count FROM pieces WHERE reader = ? AND whole = ? AND "of" = ?'
    row = store.row(sql, [reader_id, whole, of])
    return int(row["count"]) if row else 0


def _keep(
    store: Store, reader_id: str, envelope_id: str, words: Words, whole: Row | None
) -> list[str]:
    place = {name: words[name] for name in ("whole", "at", "of")}
    with store.write() as database:
        row = {"envelope": envelope_id, "reader": reader_id, **place}
        database.table("pieces").insert(row, ignore=True)
        if _count(store, reader_id, words["whole"], words["of"]) < words["of"]:
            return []
        found = whole or _whole(store, reader_id, words)
        if found["sha256"] != words["whole"]:
            return ["broken_whole"]
        database.table("wholes").insert(found, ignore=True)
    return []


def _whole(store: Store, reader_id: str, words: Words) -> Row:
    """What the pieces that are here make, with this one in its place."""
    hashed, size, start = hashlib.sha256(), 0, b""
    for data in _data_of(store, reader_id, words["whole"], words["of"], words):
        hashed.update(data)
        size += len(data)
        start += data[: STARTS - len(start)]
    row: Row = {"reader": reader_id, "sha256": hashed.hexdigest(), "of": words["of"]}
    return row | {"bytes": size, "type": type_of(start)}


def _data_of(
    store: Store, reader_id: str, whole: str, of: int, new: Words | None = None
) -> Iterator[bytes]:
    for at in range(of):
        is_new = new is not None and new["at"] == at
        place = {"whole": whole, "of": of, "at": at}
        data = new["data"] if new and is_new else _in_its_place(store, reader_id, place)
        yield base64.b64decode(data or "")


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
