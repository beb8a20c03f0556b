"""Collect: keep, then open, then confirm."""

from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom.door import Door, Trouble
from youthvoice.record.mailroom.intake import open_kept
from youthvoice.record.mailroom.keeping import keep
from youthvoice.record.store import Store


def collect(store: Store, keys: KeyFolder, door: Door) -> None:
    """Everything that waits in the mailbox, a body at a time."""
    after = 0
    while True:
        frames, following = door.collect(after)
        if not frames:
            return
        kept = keep(store, frames)
        open_kept(store, keys)
        door.confirm_kept(kept)
        if following <= after:
            raise Trouble("mailbox_answered_oddly")
        after = following
