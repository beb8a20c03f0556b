"""Envelopes that wait, in one direction."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing

from sqlite_utils import Database

from youthvoice.mailbox.store import counts
from youthvoice.mailbox.store.bounds import Disk, Limits, refusal
from youthvoice.mailbox.store.counts import Direction
from youthvoice.mailbox.store.database import File
from youthvoice.mailbox.store.kept import Arriving, Confirmed, Listed, Outcome, Waits

OF_BOX = "SELECT number, box, data FROM waiting WHERE direction = ? AND box = ? ORDER BY number"
AFTER = "SELECT number, box, data FROM waiting WHERE direction = ? AND number > ? ORDER BY number"
INSERT = "INSERT INTO waiting (direction, box, id, size, sha256, data) VALUES (?, ?, ?, ?, ?, ?)"


class SqliteWaiting:
    """`Waiting` in SQLite."""

    def __init__(self, file: File, direction: Direction, limits: Limits) -> None:
        self._file = file
        self._direction = direction
        self._limits = limits

    def put(self, arriving: Sequence[Arriving]) -> list[Outcome]:
        """All in one transaction. Each is looked at before it is written, so none can spoil it."""
        with self._file.writing() as database:
            disk = counts.disk(database, self._file.free())
            return [self._put(database, disk, envelope) for envelope in arriving]

    def get(self, box: bytes, envelope: bytes) -> bytes | None:
        """One read."""
        with self._file.reading() as database:
            return self._column(database, "data", box, envelope)

    def listed(self, box: bytes) -> list[Listed]:
        """Reads no bytes of any envelope."""
        with self._file.reading() as database:
            rows = database.table("waiting").rows_where(
                "box = ? AND direction = ?",
                [box, self._direction],
                order_by="number",
                select="id, size",
            )
            return [Listed(row["id"], row["size"]) for row in rows]

    def of_box(self, box: bytes, room: int, each: int) -> list[Waits]:
        """Reads no further than what fits."""
        return self._as_fit(OF_BOX, [self._direction, box], room, each)

    def after(self, number: int, room: int, each: int) -> list[Waits]:
        """Reads no further than what fits. Writers queue, so a lower number never comes later."""
        return self._as_fit(AFTER, [self._direction, number], room, each)

    def forget(self, box: bytes, envelopes: Sequence[bytes]) -> None:
        """Ids that do not wait here are passed over."""
        with self._file.writing(empty_the_log=True) as database:
            for envelope in envelopes:
                database.execute(
                    "DELETE FROM waiting WHERE box = ? AND direction = ? AND id = ?",
                    [box, self._direction, envelope],
                )

    def confirm(self, confirmed: Sequence[Confirmed]) -> int:
        """Other bytes under the same id stay."""
        with self._file.writing(empty_the_log=True) as database:
            return sum(self._confirm(database, one) for one in confirmed)

    def _put(self, database: Database, disk: Disk, envelope: Arriving) -> Outcome:
        sha256 = hashlib.sha256(envelope.data).digest()
        known = self._column(database, "sha256", envelope.box, envelope.id)
        if known is not None:
            return Outcome.SAME if known == sha256 else Outcome.DIFFERENT
        refused = self._refused(database, disk, envelope)
        if refused is None:
            database.execute(INSERT, [self._direction, *_values(envelope, sha256)])
        return refused or Outcome.STORED

    def _refused(self, database: Database, disk: Disk, envelope: Arriving) -> Outcome | None:
        sql = "SELECT 1 FROM boxes WHERE id = ?"
        if database.execute(sql, [envelope.box]).fetchone() is None:
            return Outcome.NO_BOX
        held = counts.held(database, self._direction, envelope.box)
        return refusal(self._limits, held, disk, len(envelope.data))

    def _column(self, database: Database, name: str, box: bytes, envelope: bytes) -> bytes | None:
        sql = f"SELECT {name} FROM waiting WHERE box = ? AND direction = ? AND id = ?"  # noqa: S608
        found = database.execute(sql, [box, self._direction, envelope]).fetchone()
        return None if found is None else found[0]

    def _as_fit(
        self, sql: str, about: list[str | bytes | int], room: int, each: int
    ) -> list[Waits]:
        with self._file.reading() as database, closing(database.execute(sql, about)) as rows:
            waits = (Waits(number, box, data) for number, box, data in rows)
            return list(_as_fit(waits, room, each))

    def _confirm(self, database: Database, one: Confirmed) -> int:
        gone = database.execute(
            "DELETE FROM waiting WHERE box = ? AND direction = ? AND id = ? AND sha256 = ?",
            [one.box, self._direction, one.id, one.sha256],
        )
        return gone.rowcount


def _as_fit(waits: Iterator[Waits], room: int, each: int) -> Iterator[Waits]:
    left = room
    for index, envelope in enumerate(waits):
        left -= len(envelope.data) + each
        if index and left < 0:
            return
        yield envelope


def _values(envelope: Arriving, sha256: bytes) -> list[bytes | int]:
    return [envelope.box, envelope.id, len(envelope.data), sha256, envelope.data]
