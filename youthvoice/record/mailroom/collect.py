"""Collect: keep, then open, then confirm."""

from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom.door import Door, Trouble
from youthvoice.record.mailroom.intake import open_kept
from youthvoice.record.mailroom.keeping import keep
from youthvoice.record.mailroom.measure import Measure
from youthvoice.record.store import Store


def collect(store: Store, keys: KeyFolder, door: Door, measure: Measure | None = None) -> None:
    """What waits in the mailbox, a body at a time, as much as one round takes.

    The next round goes on where this one stopped, so that what is not taken and stays in the
    mailbox never stands for ever before what came after it.
    """
    measure = measure or Measure()
    after = _collected_up_to(store)
    while not measure.is_full:
        frames, following = door.collect(after)
        if not frames:
            _stop_at(store, 0)
            return
        measure.take(frames)
        kept = keep(store, keys, frames)
        open_kept(store, keys, measure)
        if kept:
            door.confirm_kept(kept)
        if following <= after:
            _stop_at(store, 0)
            raise Trouble("mailbox_answered_oddly")
        after = following
        _stop_at(store, after)


def _collected_up_to(store: Store) -> int:
    row = store.row("SELECT collected_up_to FROM mailroom_status")
    return int(row["collected_up_to"]) if row else 0


def _stop_at(store: Store, after: int) -> None:
    if after == _collected_up_to(store):
        return
    with store.write() as database:
        database.execute("UPDATE mailroom_status SET collected_up_to = ?", [after])
