"""Shares, as phones entrust them, and every try to have one."""

from sqlite_utils import Database

from youthvoice.mailbox.store.database import File
from youthvoice.mailbox.store.kept import Outcome, Share
from youthvoice.mailbox.store.trying import UNUSABLE, Held, Kind, Tried, judge

GONE = 100
"""Shares of a box that are known to be gone, the latest: no late copy of one of them returns.

A phone makes one with each opening; nothing is on its way for as long as a hundred openings."""


class SqliteShares:
    """`Shares` in SQLite."""

    def __init__(self, file: File) -> None:
        self._file = file

    def put(self, share: Share, keeps: bytes | None) -> Outcome:
        """One share beside the one it is to replace; any other of the box is emptied."""
        with self._file.writing(empty_the_log=True) as database:
            outcome = _outcome(database, share)
            if outcome is Outcome.STORED:
                _insert(database, share)
            if outcome in (Outcome.STORED, Outcome.SAME):
                _empty(database, "box = ? AND id NOT IN (?, ?)", [share.box, share.id, keeps])
                _forget_oldest(database, share.box)
            return outcome

    def let_go(self, box: bytes, name: bytes) -> None:
        """Unknown ones are passed over."""
        with self._file.writing(empty_the_log=True) as database:
            _empty(database, "box = ? AND id = ?", [box, name])

    def open(self, name: bytes, proof_hash: bytes) -> Tried:
        """Read first: what cannot be given joins no queue. Everything else is judged in it."""
        with self._file.reading() as database:
            if _held(database, name) is None:
                return UNUSABLE
        with self._file.writing(empty_the_log=True) as database:
            return _written(database, name, judge(_held(database, name), proof_hash))


def _outcome(database: Database, share: Share) -> Outcome:
    if not database.table("boxes").count_where("id = ?", [share.box]):
        return Outcome.NO_BOX
    rows = list(database.query("SELECT * FROM shares WHERE id = ?", [share.id]))
    if not rows:
        return Outcome.STORED
    if rows[0]["share"] is None:
        return Outcome.REVOKED
    here = Share(share.id, rows[0]["box"], rows[0]["share"], rows[0]["proof_hash"])
    return Outcome.SAME if here == share else Outcome.DIFFERENT


def _insert(database: Database, share: Share) -> None:
    row = {
        "id": share.id,
        "box": share.box,
        "share": share.share,
        "proof_hash": share.proof_hash,
    }
    database.table("shares").insert(row)


def _empty(database: Database, where: str, about: list[bytes | None]) -> None:
    database.execute(
        f"UPDATE shares SET share = NULL, proof_hash = NULL WHERE {where}",  # noqa: S608 - ours
        [value if value is not None else b"" for value in about],
    )


def _forget_oldest(database: Database, box: bytes) -> None:
    gone = "SELECT rowid FROM shares WHERE box = ? AND share IS NULL ORDER BY rowid DESC"
    sql = f"DELETE FROM shares WHERE rowid IN ({gone} LIMIT -1 OFFSET {GONE})"  # noqa: S608 - ours
    database.execute(sql, [box])


def _held(database: Database, name: bytes) -> Held | None:
    rows = database.table("shares").rows_where("id = ? AND share IS NOT NULL", [name])
    found = next(iter(list(rows)), None)
    return Held(found["share"], found["proof_hash"], found["tries"]) if found else None


def _written(database: Database, name: bytes, tried: Tried) -> Tried:
    if tried.kind is Kind.WRONG:
        database.execute("UPDATE shares SET tries = tries + 1 WHERE id = ?", [name])
        if not tried.tries_left:
            _empty(database, "id = ?", [name])
    return tried
