"""Take an invitation back, claimed or not."""

from youthvoice.record.access.unheard import end_if_all_heard
from youthvoice.record.cases import find_reader
from youthvoice.record.staff.access import NotYours, case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store


def revoke(store: Store, invitation_id: str, *, by: Staff | None = None, because: str = "") -> None:
    """Nobody can claim it any more and its box is gone; what was waiting for the box is deleted.

    Words that came by it stay. Repeating it changes nothing. `NotYours` for somebody else's case.
    """
    with store.write() as database:
        row = store.row("SELECT * FROM invitations WHERE id = ?", [invitation_id])
        if row is None:
            raise NotYours
        _check(store, row["reader"], by)
        if row["revoked_at"]:
            return
        now, box = store.now().isoformat(), row["box"]
        database.execute(
            "UPDATE invitations SET revoked_at = ?, revoked_because = ?, device_key = NULL,"
            " body = '' WHERE id = ?",
            [now, because, invitation_id],
        )
        database.execute("UPDATE boxes SET revoked_at = ? WHERE box = ?", [now, box])
        for table in ("owed", "owed_receipts", "outgoing"):
            database.table(table).delete_where("box = ?", [box])
        database.table("invitation_work").delete_where("invitation = ?", [invitation_id])
        work = {"invitation": invitation_id, "what": "delete", "body": ""}
        database.table("invitation_work").insert(work)
        end_if_all_heard(store, row["reader"])
        store.ring()


def _check(store: Store, reader_id: str, by: Staff | None) -> None:
    reader = find_reader(store, reader_id)
    if by is not None and reader is not None:
        case_for(store, by, reader.case_id)
