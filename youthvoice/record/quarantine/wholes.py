"""Messages that were opened and kept whole, and became nothing else."""

from dataclasses import dataclass
from datetime import date

from youthvoice.record.alarms import Alarm
from youthvoice.record.staff.access import NotYours, case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store

ON_A_PAGE = 50


@dataclass(frozen=True)
class Whole:
    """One of them: its envelope's id, the day on which it came, its size in characters."""

    envelope: str
    on: date
    size: int


def wholes_of(store: Store, alarm: Alarm) -> list[Whole]:
    """Those that an alarm tells of, the newest first, a page of them."""
    if alarm.reader is None:
        return []
    rows = store.rows(
        "SELECT id, received_on, length(words) AS size FROM envelopes"
        " WHERE reader = ? AND problems != '[]'"
        " AND EXISTS (SELECT 1 FROM json_each(problems) WHERE value = ?)"
        " ORDER BY rowid DESC LIMIT ?",
        [alarm.reader.id, alarm.code, ON_A_PAGE],
    )
    return [Whole(row["id"], date.fromisoformat(row["received_on"]), row["size"]) for row in rows]


def words_of(store: Store, by: Staff, envelope: str) -> str:
    """All of its words, as JSON, exactly as they came. Raises `NotYours`, also for no such one."""
    row = store.row(
        "SELECT words, case_id FROM envelopes JOIN readers ON readers.id = reader"
        " WHERE envelopes.id = ? AND problems != '[]'",
        [envelope],
    )
    if row is None:
        raise NotYours
    case_for(store, by, row["case_id"])
    return str(row["words"])
