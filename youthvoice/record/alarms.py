"""What a person must look at: quarantined envelopes, claims that are not right, odd contents.

An alarm says what kind of thing happened and to whom, never what was said. It stays until a staff
member says that they have seen it.
"""

from dataclasses import dataclass
from datetime import datetime

from youthvoice.record.cases import Reader, find_reader
from youthvoice.record.staff.access import NotYours, cases_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store


@dataclass(frozen=True)
class Alarm:
    """`code` is stable; `reader` is known where the box was; `envelope` is an id or empty."""

    id: int
    code: str
    at: datetime
    case_id: str | None
    reader: Reader | None
    detail: str
    envelope: str
    seen_by: str
    seen_at: datetime | None


def raise_alarm(
    store: Store,
    code: str,
    *,
    reader: str | None = None,
    envelope: str = "",
    arrival: int | None = None,
    detail: str = "",
) -> None:
    """A new alarm; part of the caller's transaction.

    An arrival has one alarm of a kind, ever; anything else has one that nobody has seen yet.
    """
    about: Row = {"code": code, "reader": reader, "envelope": envelope}
    about |= {"arrival": arrival, "detail": detail}
    with store.write() as database:
        if not _is_raised(store, about):
            database.table("alarms").insert(about | {"at": store.now().isoformat()})


def alarms_for(store: Store, by: Staff, *, unseen_only: bool = True) -> list[Alarm]:
    """Those of this person's cases and those that belong to no case, newest first."""
    own = {case.id for case in cases_for(store, by)}
    rows = store.rows(
        "SELECT * FROM alarms WHERE seen_at IS NULL OR ? ORDER BY id DESC", [not unseen_only]
    )
    found = (_alarm(store, row) for row in rows)
    return [alarm for alarm in found if alarm.case_id is None or alarm.case_id in own]


def mark_seen(store: Store, by: Staff, alarm_id: int) -> None:
    """Note that this person has seen it; the first who did stays named. Raises `NotYours`."""
    if alarm_id not in {alarm.id for alarm in alarms_for(store, by, unseen_only=False)}:
        raise NotYours
    with store.write() as database:
        database.execute(
            "UPDATE alarms SET seen_by = ?, seen_at = ? WHERE id = ? AND seen_at IS NULL",
            [by.name, store.now().isoformat(), alarm_id],
        )


def _is_raised(store: Store, about: Row) -> bool:
    sql = (
        "SELECT 1 FROM alarms WHERE code = ? AND reader IS ? AND envelope = ? AND arrival IS ?"
        " AND detail = ? AND (arrival IS NOT NULL OR seen_at IS NULL)"
    )
    return store.row(sql, list(about.values())) is not None


def _alarm(store: Store, row: Row) -> Alarm:
    reader = find_reader(store, row["reader"]) if row["reader"] else None
    return Alarm(
        row["id"],
        row["code"],
        datetime.fromisoformat(row["at"]),
        reader.case_id if reader else None,
        reader,
        row["detail"],
        row["envelope"],
        row["seen_by"],
        datetime.fromisoformat(row["seen_at"]) if row["seen_at"] else None,
    )
