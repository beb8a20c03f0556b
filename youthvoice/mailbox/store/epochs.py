"""Which history of the mailbox this is, and how far the record has told us of its own.

An epoch is a number that grows with every restore and is never met twice: the milliseconds of the
moment it began, and 10 random bits.
"""

import secrets

from youthvoice import clock
from youthvoice.mailbox.store.database import File
from youthvoice.mailbox.store.kept import Met

RANDOM = 10
"""Bits: two mailboxes restored from one backup in one moment differ all the same."""
ONLY = "SELECT epoch, is_settled, record_epoch, record_round FROM epochs"


def fresh(least: int = 0) -> int:
    """An epoch above `least`."""
    moment = int(clock.epoch() * 1000) << RANDOM | secrets.randbits(RANDOM)
    return max(least + 1, moment)


class SqliteEpochs:
    """`Epochs` in SQLite."""

    def __init__(self, file: File) -> None:
        self._file = file
        with file.writing() as database:
            database.execute("INSERT OR IGNORE INTO epochs (one, epoch) VALUES (1, ?)", [fresh()])

    def now(self) -> Met:
        """One read."""
        with self._file.reading() as database:
            epoch, is_settled, *record = next(iter(database.execute(ONLY).fetchall()))
        return Met(epoch, bool(is_settled), (record[0], record[1]))

    def settle(self, epoch: int, record: tuple[int, int]) -> None:
        """Another epoch than ours changes nothing; nor does a record that is behind."""
        before = self.now()
        if epoch != before.epoch or record <= before.record:
            return
        with self._file.writing() as database:
            database.execute(
                "UPDATE epochs SET is_settled = 1, record_epoch = ?, record_round = ?", [*record]
            )
            if record[0] > before.record[0]:
                database.execute("UPDATE boxes SET confirmed = 0")

    def begin(self) -> None:
        """After a restore."""
        before = self.now().epoch
        with self._file.writing() as database:
            database.execute("UPDATE epochs SET epoch = ?, is_settled = 0", [fresh(before)])
