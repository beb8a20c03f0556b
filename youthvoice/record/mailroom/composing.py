"""Turn what a box is owed into messages."""

from collections.abc import Callable

from youthvoice.envelope.words import Words
from youthvoice.record.access import access_words
from youthvoice.record.access.shared import shared_words
from youthvoice.record.cases import Reader, about_words, find_reader
from youthvoice.record.epochs.epoch import SERIAL
from youthvoice.record.keys import KeyFolder
from youthvoice.record.release.publish import last_words
from youthvoice.record.reports import report_words, reports_words
from youthvoice.record.store import Row, Store
from youthvoice.record.tasks import asked_words
from youthvoice.record.views.approve import to_approve_words
from youthvoice.record.views.own import made_by
from youthvoice.record.views.told import points_words

MOST_RECEIPTS = 1000
"""In one message, so that it fits into one envelope; the rest goes in the next."""


def compose(store: Store, keys: KeyFolder, box: Row, what: str) -> Words | None:
    """The message that says the current state of it; None when there is nothing to say."""
    if what == "keys":
        return {"kind": "keys", "signed": keys.signed}
    reader = find_reader(store, box["reader"])
    if reader is None:
        return None
    kind, _colon, one = what.partition(":")
    return ONE_OF_MANY[kind](store, reader, one) if one else STATES[kind](store, reader)


def receipts_owed(store: Store, box: str) -> list[Row]:
    """The oldest receipts that a box is owed, as many as one message tells of."""
    return store.rows(
        "SELECT envelope, sha256 FROM owed_receipts WHERE box = ? ORDER BY rowid LIMIT ?",
        [box, MOST_RECEIPTS],
    )


def receipt_words(store: Store, rows: list[Row]) -> Words:
    """One message for all of them."""
    received = [{"id": row["envelope"], "sha256": row["sha256"]} for row in rows]
    return {"kind": "receipt", "received": received, "on": store.today().isoformat()}


def forget_receipts(store: Store, box: str, rows: list[Row]) -> None:
    """The box is owed these no more."""
    with store.write() as database:
        database.conn.executemany(
            "DELETE FROM owed_receipts WHERE box = ? AND envelope = ?",
            [(box, row["envelope"]) for row in rows],
        )


def _points(store: Store, reader: Reader) -> Words | None:
    if not made_by(store, reader) and not _were_told(store, reader):
        return None
    with store.write() as database:
        database.execute(
            f"UPDATE readers SET points_serial = {SERIAL.format('points_serial')} WHERE id = ?",  # noqa: S608
            [reader.id],
        )
        row = store.row("SELECT points_serial FROM readers WHERE id = ?", [reader.id])
    return points_words(store, reader, row["points_serial"]) if row else None


def _were_told(store: Store, reader: Reader) -> bool:
    sql = "SELECT 1 FROM readers WHERE id = ? AND points_serial > 0"
    return store.row(sql, [reader.id]) is not None


def _publication(store: Store, reader: Reader) -> Words | None:
    return last_words(store, reader.id)


STATES: dict[str, Callable[[Store, Reader], Words | None]] = {
    "about": about_words,
    "points": _points,
    "publication": _publication,
    "reports": reports_words,
    "asked": asked_words,
    "access": access_words,
    "shared": shared_words,
    "to_approve": to_approve_words,
    "again": lambda _store, _reader: {"kind": "again"},
}
"""What each word of `owed` stands for."""

ONE_OF_MANY: dict[str, Callable[[Store, Reader, str], Words | None]] = {
    "report": report_words,
}
"""What each word before a colon stands for, with the id that stands after it."""
