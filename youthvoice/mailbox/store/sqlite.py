"""The embedded store: all that the mailbox keeps, in one SQLite file."""

import secrets
from pathlib import Path

from youthvoice.mailbox.store.claims import SqliteClaims
from youthvoice.mailbox.store.contract import StoreFailed
from youthvoice.mailbox.store.database import File
from youthvoice.mailbox.store.invitations import SqliteInvitations
from youthvoice.mailbox.store.shares import SqliteShares
from youthvoice.mailbox.store.waiting import SqliteWaiting

MOST_UP = 1000
"""Envelopes that may wait towards the council in one box."""


class SqliteStore:
    """`Store` in SQLite. Any number of threads and processes may open the same file."""

    def __init__(self, path: Path) -> None:
        self._file = File(path)
        self.invitations = SqliteInvitations(self._file)
        self.claims = SqliteClaims(self._file)
        self.shares = SqliteShares(self._file)
        self.up = SqliteWaiting(self._file, "up", MOST_UP)
        self.down = SqliteWaiting(self._file, "down", None)

    def check(self) -> None:
        """A row is written, read back and committed to the disk."""
        value = secrets.token_bytes(16)
        with self._file.writing() as database:
            database.execute("INSERT OR REPLACE INTO beat (id, value) VALUES (1, ?)", [value])
            written = next(row["value"] for row in list(database.table("beat").rows))
        if written != value:
            raise StoreFailed("what was written is not what was read")

    def close(self) -> None:
        """Closes the connections of all threads."""
        self._file.close()
