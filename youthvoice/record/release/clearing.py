"""Which items are cleared for which reader."""

from typing import Literal

from youthvoice.record.cases import Reader, find_reader
from youthvoice.record.staff.access import NotYours, case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store

Item = Literal["letter", "plan"]


def clear(
    store: Store, by: Staff, case_id: str, reader_id: str, item: Item, *, cleared: bool
) -> None:
    """Say whether that reader may have it, from the next publication on. Raises `NotYours`."""
    case_for(store, by, case_id)
    reader = find_reader(store, reader_id)
    if reader is None or reader.case_id != case_id:
        raise NotYours
    with store.write() as database:
        table = database.table("cleared")
        table.delete_where("reader = ? AND item = ?", [reader_id, item])
        if cleared:
            table.insert({"reader": reader_id, "item": item})


def cleared_for(store: Store, reader: Reader) -> set[str]:
    """The items that this reader gets; the young person gets both, always."""
    if reader.role == "young_person":
        return {"letter", "plan"}
    rows = store.rows("SELECT item FROM cleared WHERE reader = ?", [reader.id])
    return {row["item"] for row in rows}
