"""“I have read it”: what a reader says of a report, a letter or a plan. Opening says nothing.

A letter and a plan are named by the serial of the publication that brought them, a report by its
id. Only what that reader was given can be said to be read.
"""

from datetime import date

from youthvoice.envelope.words import Words
from youthvoice.record.cases import Reader
from youthvoice.record.store import Row, Store

PUBLISHED = ("letter", "plan")


def odd_reading(store: Store, reader: Reader, words: Words) -> list[str]:
    """`odd_reading` for what that reader was never given."""
    return [] if _was_given(store, reader, words) else ["odd_reading"]


def keep_reading(store: Store, reader: Reader, envelope_id: str, words: Words) -> list[str]:
    """Keep that it was said. Once more is kept once more; the first is what counts."""
    row = {"envelope": envelope_id, "reader": reader.id, "item": words["item"]}
    row |= {"which": _which(words), "said_on": _day(words.get("on"), store.today()).isoformat()}
    with store.write() as database:
        database.table("readings").insert(row)
    return []


def readings_of(store: Store, case_id: str, item: str) -> dict[tuple[str, str], date]:
    """The day on which each reader said it first, by the reader's id and which one it is."""
    rows = store.rows(
        "SELECT readings.* FROM readings JOIN readers ON readers.id = reader"
        " WHERE case_id = ? AND item = ? ORDER BY readings.rowid DESC",
        [case_id, item],
    )
    return {_key(row): date.fromisoformat(row["said_on"]) for row in rows}


def _key(row: Row) -> tuple[str, str]:
    return row["reader"], row["which"]


def _was_given(store: Store, reader: Reader, words: Words) -> bool:
    item, which = words.get("item"), _which(words)
    if item == "report":
        sql = "SELECT 1 FROM report_events WHERE reader = ? AND report = ? AND what = 'shared'"
        return store.row(sql, [reader.id, which]) is not None
    if item not in PUBLISHED or not which.isdecimal() or len(which) > 15:
        return False
    sql = "SELECT words FROM publications WHERE reader = ? AND serial = ?"
    return store.row(sql, [reader.id, int(which)]) is not None


def _which(words: Words) -> str:
    return str(words.get("id" if words.get("item") == "report" else "serial", ""))


def _day(said: object, today: date) -> date:
    """The phone's day is for display only: one that cannot be, or is still to come, is today."""
    try:
        return min(date.fromisoformat(str(said)), today)
    except ValueError:
        return today
