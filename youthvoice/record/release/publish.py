"""Publish, and keep what was published."""

import json
from dataclasses import dataclass
from datetime import date

from youthvoice.envelope.words import Words
from youthvoice.record.access.shared import renew_shared
from youthvoice.record.cases import Reader, readers_of
from youthvoice.record.owed import owe_reader
from youthvoice.record.release.bundle import bundle, last_serial
from youthvoice.record.release.clearing import cleared_for
from youthvoice.record.release.gate import NotReady, missing
from youthvoice.record.release.preview import as_seen
from youthvoice.record.staff.access import case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store


@dataclass(frozen=True)
class Published:
    """One version for one reader; `words` is the message, as far as whoever asks may see it."""

    reader: Reader
    serial: int
    on: date
    by: str
    words: Words
    hidden: int


def publish(store: Store, by: Staff, case_id: str) -> list[Published]:
    """Publish to every reader who gets something, and owe it to each of their boxes.

    All or nothing. Raises `NotReady` with what is missing, and `NotYours`.
    """
    with store.write():
        found = missing(store, by, case_id)
        if found:
            raise NotReady(found)
        for reader in readers_of(store, case_id):
            if cleared_for(store, reader) or last_serial(store, reader.id):
                _keep(store, by, reader)
                owe_reader(store, reader.id, "publication")
        _tell_outcomes(store, case_id)
        renew_shared(store, case_id)
        newest = published(store, by, case_id)
    return [one for one in newest if one.serial == last_serial(store, one.reader.id)]


def published(store: Store, by: Staff, case_id: str) -> list[Published]:
    """Every version that was published in this case, newest first. Raises `NotYours`."""
    case_for(store, by, case_id)
    readers = {reader.id: reader for reader in readers_of(store, case_id)}
    rows = store.rows(
        "SELECT publications.*, staff.name FROM publications JOIN staff ON staff.id = staff"
        " JOIN readers ON readers.id = reader WHERE case_id = ? ORDER BY publications.rowid DESC",
        [case_id],
    )
    return [_published(store, by, row, readers[row["reader"]]) for row in rows]


def last_words(store: Store, reader_id: str) -> Words | None:
    """The last message that was published to this reader, whole: for sealing, not for showing."""
    row = store.row(
        "SELECT words FROM publications WHERE reader = ? ORDER BY serial DESC LIMIT 1", [reader_id]
    )
    return json.loads(row["words"]) if row else None


def _keep(store: Store, by: Staff, reader: Reader) -> None:
    words = bundle(store, reader.id)
    row = {"reader": reader.id, "serial": words["serial"], "published_on": words["on"]}
    row |= {"staff": by.id, "words": json.dumps(words, ensure_ascii=False)}
    with store.write() as database:
        database.table("publications").insert(row)


def _tell_outcomes(store: Store, case_id: str) -> None:
    with store.write() as database:
        database.execute(
            "UPDATE cases SET told_up_to = (SELECT coalesce(max(n), 0) FROM events) WHERE id = ?",
            [case_id],
        )
    for reader in readers_of(store, case_id):
        if reader.role == "young_person":
            owe_reader(store, reader.id, "points")


def _published(store: Store, by: Staff, row: Row, reader: Reader) -> Published:
    seen = as_seen(store, by, reader.case_id, json.loads(row["words"]))
    on = date.fromisoformat(row["published_on"])
    return Published(reader, row["serial"], on, row["name"], seen.words, seen.hidden)
