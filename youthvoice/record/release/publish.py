"""Publish, and keep what was published."""

import json
from dataclasses import dataclass
from datetime import date

from youthvoice.envelope.words import Words
from youthvoice.record.access.shared import renew_shared
from youthvoice.record.cases import Reader, readers_of
from youthvoice.record.looked import Changed, Looked
from youthvoice.record.owed import owe_reader
from youthvoice.record.release.gate import NotReady, missing
from youthvoice.record.release.going import as_looked_at, going
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


def publish(store: Store, by: Staff, case_id: str, looked: Looked) -> list[Published]:
    """Publish to every reader for whom there is something, and owe it to each of their boxes.

    That is the young person, and everybody else whose own content differs from what they have.
    All or nothing. Raises `NotReady` with what is missing, `Changed` where what would go out now
    is not what this person looked at, and `NotYours`.
    """
    with store.write():
        found = missing(store, by, case_id)
        if found:
            raise NotReady(found)
        messages = going(store, case_id)
        if not looked(as_looked_at(by, case_id, messages)):
            raise Changed
        _tell_outcomes(store, case_id)
        for reader_id, words in messages.items():
            _tell(store, by, reader_id, words)
        renew_shared(store, case_id)
        newest = published(store, by, case_id)
    return [one for one in newest if _is_of(messages, one)]


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


def _tell(store: Store, by: Staff, reader_id: str, words: Words) -> None:
    """Keep what is new for this reader and owe it; of points only to whoever gets something."""
    row = {"reader": reader_id, "serial": words["serial"], "published_on": words["on"]}
    row |= {"staff": by.id, "words": json.dumps(words, ensure_ascii=False)}
    with store.write() as database:
        database.table("publications").insert(row)
    owe_reader(store, reader_id, "publication")
    owe_reader(store, reader_id, "points")


def _is_of(messages: dict[str, Words], one: Published) -> bool:
    words = messages.get(one.reader.id)
    return words is not None and words["serial"] == one.serial


def _tell_outcomes(store: Store, case_id: str) -> None:
    with store.write() as database:
        database.execute(
            "UPDATE cases SET told_up_to = (SELECT coalesce(max(n), 0) FROM events) WHERE id = ?",
            [case_id],
        )


def _published(store: Store, by: Staff, row: Row, reader: Reader) -> Published:
    seen = as_seen(store, by, reader.case_id, json.loads(row["words"]))
    on = date.fromisoformat(row["published_on"])
    return Published(reader, row["serial"], on, row["name"], seen.words, seen.hidden)
