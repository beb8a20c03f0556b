"""Take invitations to the mailbox, and those taken back out of it."""

from youthvoice.record.mailroom.door import Away, Door, Trouble
from youthvoice.record.mailroom.status import note_trouble
from youthvoice.record.store import Row, Store


def carry_invitations(store: Store, door: Door) -> None:
    """Do what is waiting to be done, in order; what the mailbox refuses stays and is noted."""
    for work in store.rows("SELECT * FROM invitation_work ORDER BY n"):
        try:
            _carry(store, door, work)
        except Away:
            raise
        except Trouble as trouble:
            note_trouble(store, trouble.code)


def _carry(store: Store, door: Door, work: Row) -> None:
    if work["what"] == "delete":
        door.take_back_invitation(work["invitation"])
    elif _was_revoked(store, work):
        return
    elif door.leave_invitation(work["invitation"], work["body"]) not in (200, 201):
        raise Trouble("invitation_refused")
    with store.write() as database:
        database.table("invitation_work").delete_where("n = ?", [work["n"]])


def _was_revoked(store: Store, work: Row) -> bool:
    """It was revoked after the list was read: there is newer work, and this one is gone."""
    return store.row("SELECT 1 FROM invitation_work WHERE n = ?", [work["n"]]) is None
