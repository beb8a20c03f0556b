"""Whether a half runs on a database: the system knows, and forgets when the process dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click import ClickException


@contextmanager
def in_use(database: Path, *, alone: bool) -> Iterator[None]:
    """Run on this database; `alone`: nobody else may. Raises a sentence where somebody does.

    The lock is on a file beside it, the owner's, which stays.
    """
    database = database.resolve()
    lock = database.with_name(f"{database.name}.in-use")
    with _opened(lock) as descriptor:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            raise ClickException(
                f"{database} is in use by another youthvoice. Stop that one first."
            ) from None
        yield


@contextmanager
def _opened(lock: Path) -> Iterator[int]:
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as wrong:
        raise ClickException(f"{lock} cannot be made: {wrong.strerror}.") from None
    try:
        yield descriptor
    finally:
        os.close(descriptor)
