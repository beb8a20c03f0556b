"""Where sealed envelopes wait. The only folder that knows a database.

`contract` is what any store promises; `judging` is the rule for claims, `trying` the one for
shares and `bounds` the one for how much is kept, which any store applies inside its transaction;
the rest is SQLite. PostgreSQL can stand behind the same contract and the same tests: `after` then
needs writers that commit in the order of their numbers (one lock for inserts), which SQLite gives
by having one writer.
"""

from pathlib import Path

from youthvoice.mailbox.store.bounds import Bounds
from youthvoice.mailbox.store.contract import Store, StoreFailed
from youthvoice.mailbox.store.sqlite import SqliteStore

__all__ = ["Bounds", "Store", "StoreFailed", "open_store"]


def open_store(path: Path, bounds: Bounds = Bounds()) -> Store:  # noqa: B008 - it is frozen
    """The store in the SQLite file at `path`, which is made if it is not there.

    Raises `StoreFailed` when the file cannot be made, opened or is no database.
    """
    return SqliteStore(path, bounds)
