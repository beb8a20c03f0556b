"""What a reader was sent before, and what of it still holds."""

import json

from youthvoice.envelope.words import Words
from youthvoice.record.store import Store


def sent_before(store: Store, reader_id: str) -> list[Words]:
    """Every publication of this reader, the oldest first."""
    sql = "SELECT words FROM publications WHERE reader = ? ORDER BY serial"
    return [json.loads(row["words"]) for row in store.rows(sql, [reader_id])]


def last_serial(store: Store, reader_id: str) -> int:
    """The serial of this reader's last publication; 0 before the first."""
    sql = "SELECT max(serial) AS last FROM publications WHERE reader = ?"
    row = store.row(sql, [reader_id])
    return int(row["last"] or 0) if row else 0


def last_part(before: list[Words], name: str) -> Words | None:
    """The last `letter` or `plan` that was sent, whatever was sent after it."""
    return next((words[name] for words in reversed(before) if words[name]), None)


def first_told(before: list[Words]) -> dict[tuple[str, str], str]:
    """The meeting with which each point's outcome was first told, by envelope and question."""
    return {
        (one["envelope"], one["question"]): one.get("meeting", "")
        for words in reversed(before)
        for one in words["happened"]
    }


def same_but(stamp: str, one: Words, other: Words) -> bool:
    """Whether they say the same, whatever stands under that key."""
    return one | {stamp: None} == other | {stamp: None}
