"""An earlier record was put back: a new epoch begins."""

from youthvoice.record.access.shared import renew_shared
from youthvoice.record.access.unheard import suspend_all
from youthvoice.record.alarms import raise_alarm
from youthvoice.record.cases import all_cases
from youthvoice.record.epochs.epoch import fresh
from youthvoice.record.owed import Owed, owe
from youthvoice.record.reports import owe_all_reports
from youthvoice.record.store import Store

STATES: tuple[Owed, ...] = (
    *("points", "publication", "asked", "access", "shared", "to_approve", "about"),
)
"""What a box is told of the state of things; of a kind with nothing in it nothing is sent."""


def begin_epoch(store: Store, least: int = 0) -> None:
    """Everything that follows from a restore and needs nobody else; staff get an alarm.

    Messages that were sealed before are composed anew: what they tell may have ended since.
    """
    with store.write() as database:
        database.execute("UPDATE epochs SET own = ?, is_settled = 0", [fresh(store, least)])
        raise_alarm(store, "record_restored")
        suspend_all(store)
        for row in store.rows("SELECT DISTINCT box FROM outgoing"):
            owe_everything(store, row["box"])
        database.table("outgoing").delete_where()
        for row in store.rows("SELECT box FROM boxes WHERE revoked_at IS NULL"):
            owe(store, row["box"], "again")
        for case in all_cases(store):
            renew_shared(store, case.id)


def owe_everything(store: Store, box: str) -> None:
    """The box may have missed any message."""
    row = store.row("SELECT reader FROM boxes WHERE box = ? AND revoked_at IS NULL", [box])
    if row is None:
        return
    with store.write() as database:
        for what in STATES:
            owe(store, box, what)
        owe_all_reports(store, box, row["reader"])
        database.execute("UPDATE boxes SET keys_serial = 0 WHERE box = ?", [box])
