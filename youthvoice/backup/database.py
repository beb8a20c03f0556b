"""One SQLite file, copied whole while others write to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from click import ClickException

from youthvoice.backup.owned import new_file, on_the_disk

WAIT = 30
"""Seconds that a copy waits for somebody who holds the whole file."""


class BackupTrouble(ClickException):
    """What cannot be backed up or restored: a sentence that says what to do."""


def copy_database(source: Path, target: Path) -> None:
    """A copy of what is committed at this moment, one file, checked. Raises `BackupTrouble`."""
    if not source.is_file():
        raise BackupTrouble(f"There is no database at {source}. Check the settings.")
    new_file(target)
    try:
        with closing(_opened(source)) as kept, closing(_opened(target)) as copy:
            kept.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            _check(copy, source)
    except sqlite3.Error as wrong:
        raise BackupTrouble(f"{source} cannot be copied: {wrong}.") from None
    on_the_disk(target)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=WAIT)


def _check(copy: sqlite3.Connection, source: Path) -> None:
    found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    loose = copy.execute("PRAGMA foreign_key_check").fetchone()
    if found != "ok" or loose:
        raise BackupTrouble(f"{source} is damaged ({found if found != 'ok' else 'loose rows'}).")
