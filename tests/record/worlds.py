"""Worlds for promise 6: a council in which things happen, and all that one reader ever sees of it.

What a reader sees is what lies in their box: how many envelopes, in which order, at which hour, how
large, and every byte that is in them.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.record.conftest import Clock
from youthvoice.envelope.keys import KeyPair
from youthvoice.envelope.opening import open_envelope
from youthvoice.envelope.place import Place
from youthvoice.envelope.words import Words, to_bytes
from youthvoice.record.access.shared import renew_shared
from youthvoice.record.cases import Meeting, Reader, add_reader, open_case, readers_of
from youthvoice.record.invitations import revoke
from youthvoice.record.keys import KeyFolder, make_keys, rotate
from youthvoice.record.kinds import keep_words
from youthvoice.record.mailroom.claims import EVERYTHING
from youthvoice.record.mailroom.outgoing import seal_owed
from youthvoice.record.owed import owe, owe_reader
from youthvoice.record.reports import owe_all_reports
from youthvoice.record.staff import Staff, add_staff, all_staff
from youthvoice.record.store import Row, Store, open_store

COUNCIL = "example"
BEGINS = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
READERS = {
    "Amina": "young_person",
    "Hodan": "parent",
    "Yusuf": "parent",
    "Ruth": "advocate",
    "Omar": "advocate",
}


@dataclass(frozen=True)
class Seen:
    """One envelope as it lies in a box, and what its reader finds in it."""

    box: str
    hour: str
    size: int
    words: bytes


class First:
    """The first day: everybody has a phone, nobody has said anything. Copied for each world."""

    def __init__(self, folder: Path) -> None:
        make_keys(folder / "keys", COUNCIL)
        self.keys = KeyFolder.load(folder / "keys")
        rotate(folder / "keys")
        self.later_keys = KeyFolder.load(folder / "keys")
        self.file = folder / "first.db"
        self.pairs = {name: KeyPair.new() for name in READERS}
        store = open_store(self.file, Clock(BEGINS))
        worker, chair = add_staff(store, "Grace", "worker"), add_staff(store, "Siân", "chair")
        meeting = Meeting("2026-12-04", "16:00", "The Old Library")
        case = open_case(store, "Amina", worker, chair, meeting=meeting)
        for name, role in READERS.items():
            if role != "young_person":
                add_reader(store, case.id, role, name)  # type: ignore[arg-type]
        for reader in readers_of(store, case.id):
            self.hand_out(store, reader)
        store.close()

    def hand_out(self, store: Store, reader: Reader) -> str:
        """A phone that holds the box that is returned; all phones of a reader have the same pair.

        A real box's name is random. Here it goes by its reader and how many they had before, so
        that nobody's phone shows in the name of another's box.
        """
        had = len(store.rows("SELECT 1 FROM boxes WHERE reader = ?", [reader.id]))
        own = f"{list(READERS).index(reader.name) + had * len(READERS):032x}"
        invitation: Row = {"id": own, "reader": reader.id, "box": own, "device_key": b""}
        invitation |= {"keys_serial": 1, "made_on": "2026-11-02", "expires": "2026-11-16"}
        public = self.pairs[reader.name].public.raw.hex()
        box: Row = {"box": own, "reader": reader.id, "invitation": own, "agreement": public}
        box |= {"signing": public, "token_sha256": "", "keys_serial": self.keys.current.serial}
        with store.write() as database:
            database.table("invitations").insert(invitation)
            database.table("boxes").insert(box)
        return own


class World:
    """One case, its staff, its readers, and what has come into each box so far."""

    def __init__(self, first: First, file: Path) -> None:
        shutil.copyfile(first.file, file)
        self.first, self.clock = first, Clock(BEGINS)
        self.store = open_store(file, self.clock)
        self.worker, self.chair = self._staff("worker"), self._staff("chair")
        row = self.store.row("SELECT id FROM cases")
        assert row
        self.case = str(row["id"])
        self.readers = {reader.name: reader for reader in readers_of(self.store, self.case)}
        self.seen: dict[str, list[Seen]] = {name: [] for name in READERS}
        self.said, self.keys = 0, first.keys

    def _staff(self, role: str) -> Staff:
        return next(one for one in all_staff(self.store) if one.role == role)

    def goes_on(self) -> None:
        """An hour passes."""
        self.clock.moment += timedelta(hours=1)

    def says(self, name: str, words: Words, own_id: str = "") -> str:
        """Something arrives from that reader's phone and is taken in."""
        self.said += 1
        own_id = own_id or f"{self.said:032x}"
        row = {"box": "", "id": own_id, "sha256": "", "raw": b"", "kept_at": "", "state": "opened"}
        with self.store.write() as database:
            arrival = database.table("arrivals").insert(row).last_rowid
            assert arrival
            keep_words(self.store, self.readers[name], own_id, arrival, words)
        owe_reader(self.store, self.readers[name].id, "points")
        renew_shared(self.store, self.case)
        return own_id

    def gives_a_phone(self, name: str) -> None:
        """A second one, which is told everything that its reader has."""
        box = self.first.hand_out(self.store, self.readers[name])
        for what in EVERYTHING:
            owe(self.store, box, what)
        owe_all_reports(self.store, box, self.readers[name].id)

    def takes_a_phone(self, name: str) -> None:
        """The newest that this reader has beside their first."""
        sql = "SELECT invitation FROM boxes WHERE reader = ? AND revoked_at IS NULL ORDER BY rowid"
        for row in self.store.rows(sql, [self.readers[name].id])[1:][-1:]:
            revoke(self.store, row["invitation"], by=self.worker)

    def settles(self) -> None:
        """The mailroom seals what is owed; each reader takes what lies in their box."""
        seal_owed(self.store, self.keys)
        for name, one in self._taken():
            self.seen[name].append(one)

    def _taken(self) -> Iterator[tuple[str, Seen]]:
        rows = self.store.rows(
            "SELECT outgoing.*, readers.name FROM outgoing JOIN boxes USING (box)"
            " JOIN readers ON readers.id = reader ORDER BY n"
        )
        with self.store.write() as database:
            database.table("outgoing").delete_where()
        hour = self.store.now().replace(minute=0, second=0).isoformat()
        for row in rows:
            words = self._opened(row["name"], row["box"], row["sealed"])
            yield row["name"], Seen(row["box"], hour, len(row["sealed"]), to_bytes(words))

    def _opened(self, name: str, box: str, sealed: bytes) -> Words:
        own, keys = self.first.pairs[name], self.keys
        place = Place("down", COUNCIL, bytes.fromhex(box))
        found = {own.public.key_id: own}
        signed_by = keys.signing.public
        to = [own.public]
        return open_envelope(sealed, place, keys=found, recipients=to, signed_by=signed_by)

    def close(self) -> None:
        self.store.close()
