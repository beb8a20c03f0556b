"""A person says that a phone is still right, where neither half of a restore knows."""

from youthvoice.record.cases import find_reader
from youthvoice.record.staff.access import NotYours, case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store


def be_sure(store: Store, invitation_id: str, *, by: Staff) -> None:
    """That phone is told things again. `NotYours` for somebody else's case."""
    with store.write() as database:
        row = store.row("SELECT * FROM boxes WHERE invitation = ?", [invitation_id])
        reader = find_reader(store, row["reader"]) if row else None
        if row is None or reader is None:
            raise NotYours
        case_for(store, by, reader.case_id)
        database.execute("UPDATE boxes SET is_unsure = 0 WHERE box = ?", [row["box"]])
        store.ring()
