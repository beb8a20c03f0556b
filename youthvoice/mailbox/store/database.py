"""One SQLite file: a connection for each thread, and one queue for everybody who writes.

SQLite's own waiting sleeps and lets writers overtake each other, so writers queue on a thread lock
and, beside the database, on a locked file that other processes see. The system lets go of that
lock when a process dies.
"""

import fcntl
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from weakref import WeakSet

from sqlite_utils import Database

from youthvoice import owner_only
from youthvoice.mailbox.store.contract import StoreFailed
from youthvoice.mailbox.store.schema import SCHEMA

WAIT = "PRAGMA busy_timeout = 10000"
WAIT_TO_CUT = "PRAGMA busy_timeout = 250"
"""Milliseconds. The shorter one while a long reader, such as a backup, holds up everybody."""

PRAGMAS = (
    WAIT,
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)
"""What every connection is told. What is deleted is zeroed; no temporary file holds anything."""


class File:
    """A database file, readable by its owner only. Open it after a fork, not before."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = path.with_name(f"{path.name}.lock")
        self._queue = threading.Lock()
        self._mine = threading.local()
        self._all: WeakSet[Database] = WeakSet()
        self.last_writing_failed = False
        with _named():
            owner_only.database(path)
        with _named(), self._turn():
            self._connection().enable_wal()
            self._connection().executescript(SCHEMA)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """One consistent view, which waits for nobody. Raises `StoreFailed`."""
        with _named(), _transaction(self._connection(), "BEGIN") as database:
            yield database

    @contextmanager
    def writing(self, *, empty_the_log: bool = False) -> Iterator[Database]:
        """One transaction, on the disk when this is left. Raises `StoreFailed`.

        With `empty_the_log` the write-ahead log is then cut to nothing, so that what was deleted
        does not linger there. Somebody who reads for long can hold that up; then the next deletion
        cuts it, and this one is done all the same.
        """
        with _named(), self._noting(), self._turn():
            with _transaction(self._connection(), "BEGIN IMMEDIATE") as database:
                yield database
            if empty_the_log:
                _cut_log(database)

    def free(self) -> int:
        """Bytes that its disk has free."""
        return shutil.disk_usage(self._path.parent).free

    def close(self) -> None:
        """Close the connections of all threads."""
        for database in list(self._all):
            database.close()

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Whether the disk took it; what a rule refuses is no failure."""
        try:
            yield
            self.last_writing_failed = False
        except (sqlite3.Error, OSError):
            self.last_writing_failed = True
            raise

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._queue:
            self._lock.touch(mode=0o600)
            with self._lock.open("rb") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield

    def _connection(self) -> Database:
        if not hasattr(self._mine, "database"):
            self._mine.database = self._connect()
        found: Database = self._mine.database
        return found

    def _connect(self) -> Database:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        database = Database(connection, execute_plugins=False)
        for pragma in PRAGMAS:
            database.execute(pragma)
        self._all.add(database)
        return database


@contextmanager
def _named() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreFailed(type(error).__name__) from error


def _cut_log(database: Database) -> None:
    with suppress(sqlite3.Error):
        database.execute(WAIT_TO_CUT)
        list(database.query("PRAGMA wal_checkpoint(TRUNCATE)"))
    database.execute(WAIT)


@contextmanager
def _transaction(database: Database, begin: str) -> Iterator[Database]:
    database.execute(begin)
    try:
        yield database
        database.commit()
    except BaseException:
        database.rollback()
        raise
