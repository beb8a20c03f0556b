"""The embedded store: all that the mailbox keeps, in one SQLite file."""

from pathlib import Path

from youthvoice.mailbox.store.bounds import Bounds
from youthvoice.mailbox.store.claims import SqliteClaims
from youthvoice.mailbox.store.contract import StoreFailed
from youthvoice.mailbox.store.database import File
from youthvoice.mailbox.store.epochs import SqliteEpochs
from youthvoice.mailbox.store.invitations import SqliteInvitations
from youthvoice.mailbox.store.shares import SqliteShares
from youthvoice.mailbox.store.waiting import SqliteWaiting


class SqliteStore:
    """`Store` in SQLite. Any number of threads and processes may open the same file."""

    def __init__(self, path: Path, bounds: Bounds) -> None:
        self._file = File(path)
        self.invitations = SqliteInvitations(self._file)
        self.claims = SqliteClaims(self._file)
        self.shares = SqliteShares(self._file)
        self.epochs = SqliteEpochs(self._file)
        self.up = SqliteWaiting(self._file, "up", bounds.up())
        self.down = SqliteWaiting(self._file, "down", bounds.down())

    def check(self) -> None:
        """It is read for real. Of writing it says how the last one went, and writes nothing."""
        with self._file.reading() as database:
            list(database.query("SELECT count(*) FROM waiting"))
        if self._file.last_writing_failed:
            raise StoreFailed("the last writing failed")

    def close(self) -> None:
        """Closes the connections of all threads."""
        self._file.close()
