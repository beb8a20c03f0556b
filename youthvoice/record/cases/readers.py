"""The people of a case who hold a phone."""

import secrets
from dataclasses import dataclass
from typing import Literal

from youthvoice.record.epochs.epoch import SERIAL
from youthvoice.record.owed import owe_reader
from youthvoice.record.store import Row, Store

ReaderRole = Literal["young_person", "parent", "advocate"]


@dataclass(frozen=True)
class Reader:
    """Somebody who may be invited. `name` is a first name."""

    id: str
    case_id: str
    role: ReaderRole
    name: str


def add_reader(store: Store, case_id: str, role: ReaderRole, name: str) -> Reader:
    """A new reader of a case; of an advocate the young person is told."""
    reader = Reader(secrets.token_hex(8), case_id, role, name)
    with store.write() as database:
        database.table("readers").insert(
            {"id": reader.id, "case_id": case_id, "role": role, "name": name}
        )
        if role == "advocate":
            tell_about(store, young_person_of(store, case_id).id)
    return reader


def tell_about(store: Store, reader_id: str) -> None:
    """Something about the case is news to that reader."""
    with store.write() as database:
        database.execute(
            f"UPDATE readers SET about_serial = {SERIAL.format('about_serial')} WHERE id = ?",  # noqa: S608
            [reader_id],
        )
    owe_reader(store, reader_id, "about")


def find_reader(store: Store, reader_id: str) -> Reader | None:
    """The reader with that id."""
    row = store.row("SELECT * FROM readers WHERE id = ?", [reader_id])
    return _reader(row) if row else None


def readers_of(store: Store, case_id: str) -> list[Reader]:
    """The readers of a case in the order in which they were added; the young person first."""
    rows = store.rows("SELECT * FROM readers WHERE case_id = ? ORDER BY rowid", [case_id])
    return [_reader(row) for row in rows]


def young_person_of(store: Store, case_id: str) -> Reader:
    """The young person whom the case is about. Raises LookupError without such a case."""
    for reader in readers_of(store, case_id):
        if reader.role == "young_person":
            return reader
    raise LookupError(case_id)


def _reader(row: Row) -> Reader:
    return Reader(row["id"], row["case_id"], row["role"], row["name"])
