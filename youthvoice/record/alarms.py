"""What a person must look at: quarantined envelopes, claims that are not right, odd contents.

An alarm says what kind of thing happened and to whom, never what was said. It stays until a staff
member says that they have seen it. What happens again meanwhile is the same alarm with a higher
count: there is one for each kind and reader, so no stranger can make a list of them grow.
"""

from dataclasses import dataclass
from datetime import datetime

from youthvoice.record.cases import Reader, find_reader
from youthvoice.record.staff.access import NotYours
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store

ON_A_PAGE = 50
LONGEST_DETAIL = 200
"""Characters that are kept of what a stranger may have written."""


@dataclass(frozen=True)
class Alarm:
    """`code` is stable; `reader` is known where the box was.

    `envelope` (an id or empty) and `detail` are of the last of `count` times.
    """

    id: int
    code: str
    count: int
    first_at: datetime
    last_at: datetime
    reader: Reader | None
    detail: str
    envelope: str
    seen_by: str
    seen_at: datetime | None

    @property
    def case_id(self) -> str | None:
        """The case that it belongs to, if any."""
        return self.reader.case_id if self.reader else None


def raise_alarm(
    store: Store, code: str, *, reader: str | None = None, envelope: str = "", detail: str = ""
) -> None:
    """It happened, once more; part of the caller's transaction."""
    now = store.now().isoformat()
    last = [envelope, detail[:LONGEST_DETAIL]]
    with store.write() as database:
        database.execute(
            "INSERT INTO alarms (code, reader, count, first_at, last_at, envelope, detail)"
            " VALUES (?, ?, 1, ?, ?, ?, ?)"
            " ON CONFLICT (code, coalesce(reader, '')) WHERE seen_at IS NULL DO UPDATE"
            " SET count = count + 1, last_at = excluded.last_at,"
            " envelope = excluded.envelope, detail = excluded.detail",
            [code, reader, now, now, *last],
        )


def alarms_for(
    store: Store, by: Staff, *, unseen_only: bool = True, before: int | None = None
) -> list[Alarm]:
    """A page of those of this person's cases and of no case, newest first; from below an id on."""
    rows = store.rows(
        f"SELECT alarms.* {_THEIRS} AND (seen_at IS NULL OR ?) AND (? IS NULL OR alarms.id < ?)"
        " ORDER BY alarms.id DESC LIMIT ?",
        [by.id, by.id, not unseen_only, before, before, ON_A_PAGE],
    )
    return [_alarm(store, row) for row in rows]


def count_alarms(store: Store, by: Staff) -> int:
    """How many of them nobody has seen."""
    sql = f"SELECT count(*) AS count {_THEIRS} AND seen_at IS NULL"
    row = store.row(sql, [by.id, by.id])
    return int(row["count"]) if row else 0


def find_alarm(store: Store, by: Staff, alarm_id: int) -> Alarm:
    """One of them. Raises `NotYours`, also where there is none."""
    sql = f"SELECT alarms.* {_THEIRS} AND alarms.id = ?"
    row = store.row(sql, [by.id, by.id, alarm_id])
    if row is None:
        raise NotYours
    return _alarm(store, row)


def mark_seen(store: Store, by: Staff, alarm_id: int, count: int | None = None) -> None:
    """Note that this person has seen it, as it stood at that count; the first who did stays named.

    What happened since then is an alarm of its own, which nobody has seen. Raises `NotYours`.
    """
    with store.write() as database:
        alarm = find_alarm(store, by, alarm_id)
        if alarm.seen_at:
            return
        seen = min(count or alarm.count, alarm.count)
        database.execute(
            "UPDATE alarms SET count = ?, seen_by = ?, seen_at = ? WHERE id = ?",
            [seen, by.name, store.now().isoformat(), alarm_id],
        )
        if seen < alarm.count:
            database.table("alarms").insert(_since(alarm, alarm.count - seen))


_THEIRS = (
    "FROM alarms LEFT JOIN readers ON readers.id = alarms.reader"
    " LEFT JOIN cases ON cases.id = readers.case_id"
    " WHERE (alarms.reader IS NULL OR cases.worker = ? OR cases.chair = ?)"
)


def _since(alarm: Alarm, count: int) -> Row:
    on = alarm.last_at.isoformat()
    row: Row = {"code": alarm.code, "reader": alarm.reader.id if alarm.reader else None}
    row |= {"count": count, "first_at": on, "last_at": on}
    return row | {"envelope": alarm.envelope, "detail": alarm.detail}


def _alarm(store: Store, row: Row) -> Alarm:
    return Alarm(
        row["id"],
        row["code"],
        row["count"],
        datetime.fromisoformat(row["first_at"]),
        datetime.fromisoformat(row["last_at"]),
        find_reader(store, row["reader"]) if row["reader"] else None,
        row["detail"],
        row["envelope"],
        row["seen_by"],
        datetime.fromisoformat(row["seen_at"]) if row["seen_at"] else None,
    )
