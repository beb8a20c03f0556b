"""What a box is owed: noted by the cause, in the cause's transaction; composed when it is sent."""

from typing import Literal

from youthvoice.record.epochs.epoch import SERIAL
from youthvoice.record.store import Store

Owed = Literal[
    "points",
    "publication",
    "keys",
    "about",
    "reports",
    "asked",
    "access",
    "shared",
    "to_approve",
    "again",
]


def owe(store: Store, box: str, what: Owed) -> None:
    """That box is owed the current state of something. Twice is once."""
    _owe(store, box, what)


def owe_reader(store: Store, reader_id: str, what: Owed) -> None:
    """Every box of that reader that has not been revoked is owed it."""
    for box in boxes_of(store, reader_id):
        owe(store, box, what)


def owe_one(store: Store, box: str, what: str, one: str) -> None:
    """That box is owed one of several things of a kind, by its id: sealed as a message of its own.

    What was owed before goes before.
    """
    _owe(store, box, f"{what}:{one}")


def boxes_of(store: Store, reader_id: str) -> list[str]:
    """Every box of that reader that has not been revoked."""
    sql = "SELECT box FROM boxes WHERE reader = ? AND revoked_at IS NULL"
    return [row["box"] for row in store.rows(sql, [reader_id])]


def owe_receipt(store: Store, box: str, envelope: str, sha256: str) -> None:
    """That box is owed the receipt of an envelope.

    It wakes nobody: receipts are owed in a round trip, and sent at its end. Bytes that come again
    and again because the mailbox does not forget them would otherwise start round after round.
    """
    with store.write() as database:
        row = {"box": box, "envelope": envelope, "sha256": sha256}
        database.table("owed_receipts").insert(row, ignore=True)


def next_serial(store: Store, reader_id: str, what: Owed) -> int:
    """The serial of the next message of that kind to that reader: it only grows."""
    with store.write() as database:
        database.execute(
            f"INSERT INTO serials (reader, what, serial) VALUES (?, ?, {SERIAL.format(0)})"  # noqa: S608
            f" ON CONFLICT DO UPDATE SET serial = {SERIAL.format('serial')}",
            [reader_id, what],
        )
        row = store.row(
            "SELECT serial FROM serials WHERE reader = ? AND what = ?", [reader_id, what]
        )
    assert row is not None  # noqa: S101 - it was written just now
    return int(row["serial"])


def is_still_owed(store: Store, box: str, what: str, cause: int) -> bool:
    """Whether nothing has come to it since it was read with that number."""
    sql = "SELECT 1 FROM owed WHERE box = ? AND what = ? AND cause = ?"
    return store.row(sql, [box, what, cause]) is not None


def _owe(store: Store, box: str, what: str) -> None:
    """The number is drawn anew at each cause: one that is the same later is the same cause."""
    with store.write() as database:
        database.execute(
            "INSERT INTO owed (box, what, cause) VALUES (?, ?, random())"
            " ON CONFLICT (box, what) DO UPDATE SET cause = excluded.cause",
            [box, what],
        )
        store.ring()
