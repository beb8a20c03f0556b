"""The number of the epoch, and serials that never fall behind it."""

import secrets

from youthvoice import clock
from youthvoice.record.store import Store

RANDOM = 10
"""Bits of chance in an epoch: two restores of one backup in one moment differ all the same."""
ROOM = 32
"""Bytes that an epoch takes in a message."""
SERIAL = "max({} + 1, (SELECT own FROM epochs))"
"""The serial after a column, in SQL; `{}` is the column."""


def epoch_of(store: Store) -> int:
    """The epoch of the record; 0 until it is restored."""
    row = store.row("SELECT own FROM epochs")
    return int(row["own"]) if row else 0


def after(store: Store, serial: int) -> int:
    """The serial that comes after this one."""
    return max(serial + 1, epoch_of(store))


def fresh(store: Store, least: int) -> int:
    """An epoch above ours and above `least`."""
    moment = int(clock.epoch() * 1000) << RANDOM | secrets.randbits(RANDOM)
    return max(epoch_of(store) + 1, least + 1, moment)
