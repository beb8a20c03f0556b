"""The file, its connections, its one lock."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from click import ClickException
from sqlite_utils import Database

from youthvoice import owner_only
from youthvoice.clock import utc_now
from youthvoice.record.store.schema import MIGRATIONS

Row = dict[str, Any]
Parameters = Sequence[Any] | dict[str, Any]
ENGLAND = ZoneInfo("Europe/London")
WAIT = 30
"""Seconds that a writer waits for another process (a command beside a running record)."""


class StoreTrouble(ClickException):
    """A file that cannot be used as the record: a sentence that says what to do."""


class Store:
    """Rows in, rows out. Safe to share between threads."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.path = path
        self.bell = threading.Event()
        self._clock = clock
        self._lock = threading.RLock()
        self._own = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._counting = threading.Lock()

    def now(self) -> datetime:
        """The moment, in UTC, in whole seconds."""
        return self._clock().astimezone(UTC).replace(microsecond=0)

    def today(self) -> date:
        """The day in England."""
        return self.now().astimezone(ENGLAND).date()

    @contextmanager
    def write(self) -> Iterator[Database]:
        """One transaction, one writer at a time. Inside another one of this thread, part of it."""
        with self._lock:
            database, whole = self._database(), self._own_whole()
            if whole and not whole.is_inside:
                with self._part_of(whole, database):
                    yield database
            elif database.conn.in_transaction:
                yield database
            else:
                with self._transaction(database):
                    yield database

    @contextmanager
    def together(self, first: Callable[[], None]) -> Iterator[None]:
        """All that this thread writes until the end is one transaction, undone on an exception.

        It begins with the first writing, so that nobody waits while something is only read or
        reckoned; `first` is called then, and may raise. One writing that fails undoes only itself.
        """
        with ExitStack() as held:
            self._own.whole = _Whole(held, first)
            try:
                yield
            finally:
                self._own.whole = None

    def ring(self) -> None:
        """Wake the mailroom once the transaction of this thread has been committed."""
        self._own.rings = True

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows that a query gives; within `write`, what is not yet committed too."""
        return list(self._database().query(sql, parameters))

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row, or None."""
        return next(iter(self.rows(sql, parameters)), None)

    def close(self) -> None:
        """Close every thread's connection. Nothing may use the store after that."""
        with self._lock, self._counting:
            for connection in self._connections:
                connection.close()
            self._connections.clear()

    def _own_whole(self) -> "_Whole | None":
        whole: _Whole | None = getattr(self._own, "whole", None)
        return whole

    @contextmanager
    def _part_of(self, whole: "_Whole", database: Database) -> Iterator[None]:
        whole.is_inside = True
        try:
            if not database.conn.in_transaction:
                whole.held.enter_context(self._locked_transaction(database))
                whole.first()
            with _savepoint(database.conn):
                yield
        finally:
            whole.is_inside = False

    @contextmanager
    def _locked_transaction(self, database: Database) -> Iterator[None]:
        with self._lock, self._transaction(database):
            yield

    @contextmanager
    def _transaction(self, database: Database) -> Iterator[None]:
        self._own.rings = False
        database.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            database.conn.commit()
        except BaseException:
            database.conn.rollback()
            raise
        if self._own.rings:
            self.bell.set()

    def _database(self) -> Database:
        database: Database | None = getattr(self._own, "database", None)
        if database is None:
            connection = sqlite3.connect(self.path, timeout=WAIT, check_same_thread=False)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA secure_delete=ON")
            database = self._own.database = Database(connection)
            with self._counting:
                self._connections.append(connection)
        return database


@dataclass
class _Whole:
    """What `together` holds: its transaction once there is one, and whether a writing is on."""

    held: ExitStack
    first: Callable[[], None]
    is_inside: bool = False


@contextmanager
def _savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK TO part")
        raise
    finally:
        connection.execute("RELEASE part")


def open_store(path: Path, clock: Callable[[], datetime] = utc_now) -> Store:
    """The store in that file, made or brought up to date where needed.

    Raises `StoreTrouble` for a file that cannot be used, or that a newer version has written.
    """
    store = Store(path, clock)
    try:
        owner_only.folder(path.parent)
        owner_only.database(path)
        _bring_up_to_date(store)
    except StoreTrouble:
        store.close()
        raise
    except (OSError, sqlite3.DatabaseError) as wrong:
        store.close()
        raise StoreTrouble(
            f"{path} cannot be used as the record's database: {wrong}. Check"
            " YOUTHVOICE_RECORD_DATABASE."
        ) from None
    return store


def _bring_up_to_date(store: Store) -> None:
    with store.write() as database:
        done = database.conn.execute("PRAGMA user_version").fetchone()[0]
        if done > len(MIGRATIONS):
            raise StoreTrouble(
                f"{store.path} was written by a newer version of youthvoice. Install that version."
            )
        for migration in MIGRATIONS[done:]:
            for statement in migration:
                database.conn.execute(statement)
        database.conn.execute(f"PRAGMA user_version={len(MIGRATIONS)}")
