"""What waits is counted as it comes and goes, and the counts never drift."""

import os
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.mailbox.acting import Inside, Phone
from youthvoice.mailbox import Bounds, Store, open_store
from youthvoice.mailbox.store.judging import Asked
from youthvoice.mailbox.store.kept import Arriving, Confirmed, Device, Invitation, Outcome

RECOUNTED = "SELECT direction, box, count(*), sum(size) FROM waiting GROUP BY direction, box"
IN_ALL = "SELECT direction, coalesce(sum(bytes), 0) FROM counts GROUP BY direction"
BOXES = tuple(bytes([n]) * 16 for n in range(3))
NAMES = tuple(bytes([n]) * 16 for n in range(6))
SMALL = Bounds(box_bytes=900, all_bytes=1500, floor=0, number=3)


def read(database: Path, sql: str) -> set[tuple[object, ...]]:
    connection = sqlite3.connect(database)
    found = set(connection.execute(sql).fetchall())
    connection.close()
    return found


def drift(database: Path) -> set[tuple[object, ...]]:
    """Where counts and a recount differ."""
    apart = read(database, "SELECT * FROM counts") ^ read(database, RECOUNTED)
    in_all = {row for row in read(database, "SELECT * FROM counts_in_all") if row[1]}
    return apart | (in_all ^ read(database, IN_ALL))


class Counting(RuleBasedStateMachine):
    """Anything that can happen to what waits, in both directions, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.database = Path(self.folder.name) / "mailbox.db"
        self.store = open_store(self.database, SMALL)
        for box in BOXES:
            claim(self.store, box)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(
        up=st.booleans(),
        sent=st.lists(
            st.tuples(st.sampled_from(BOXES), st.sampled_from(NAMES), st.integers(1, 500)),
            max_size=4,
        ),
    )
    def put(self, up: bool, sent: list[tuple[bytes, bytes, int]]) -> None:
        waiting = self.store.up if up else self.store.down
        waiting.put([Arriving(box, name, bytes(size)) for box, name, size in sent])

    @rule(up=st.booleans(), box=st.sampled_from(BOXES), names=st.sets(st.sampled_from(NAMES)))
    def forget(self, up: bool, box: bytes, names: set[bytes]) -> None:
        (self.store.up if up else self.store.down).forget(box, list(names))

    @rule()
    def confirm_all(self) -> None:
        found = self.store.up.after(0, 1 << 20, 0)
        sums = read(self.database, "SELECT box, id, sha256 FROM waiting")
        confirmed = self.store.up.confirm([Confirmed(*row) for row in sums])  # type: ignore[arg-type]
        assert confirmed == len(found)

    @rule(box=st.sampled_from(BOXES))
    def revoke(self, box: bytes) -> None:
        self.store.invitations.revoke(box)

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = open_store(self.database, SMALL)

    @invariant()
    def counts_are_true_and_within_bounds(self) -> None:
        assert drift(self.database) == set()
        up = [row for row in read(self.database, RECOUNTED) if row[0] == "up"]
        assert all(number <= 3 and size <= 900 for _, _, number, size in up)  # type: ignore[operator]
        assert sum(row[3] for row in up) <= 1500  # type: ignore[misc]


def claim(store: Store, box: bytes) -> None:
    device = Device(bytes(65), bytes(65), bytes(32), bytes(32))
    store.invitations.put(Invitation(box, box, bytes(32), None, b"x", 3600))
    store.claims.claim(Asked(box, bytes(32), None, device), 0)


Counting.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestCounting = Counting.TestCase


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """A file in which something waits in both directions."""
    database = tmp_path / "used.db"
    store = open_store(database)
    for box in BOXES:
        claim(store, box)
        for waiting in (store.up, store.down):
            waiting.put([Arriving(box, name, os.urandom(300)) for name in NAMES])
    store.close()
    return database


def test_a_file_from_before_there_were_counts_is_counted_when_it_is_opened(used: Path) -> None:
    connection = sqlite3.connect(used)
    connection.executescript("DROP TABLE counts; DROP TABLE counts_in_all;")
    for trigger in ("waiting_came", "waiting_went", "waiting_stays_as_it_came"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.close()
    open_store(used).close()
    assert drift(used) == set()
    assert len(read(used, "SELECT * FROM counts")) == 2 * len(BOXES)


def test_counts_that_drift_would_be_seen(used: Path) -> None:
    """The deliberate breach: a store that does not count what goes."""
    connection = sqlite3.connect(used)
    connection.execute("DROP TRIGGER waiting_went")
    connection.close()
    store = open_store(used)
    assert drift(used) == set()
    store.up.forget(BOXES[0], NAMES[:1])
    assert drift(used) == set()
    connection = sqlite3.connect(used)
    connection.execute("DROP TRIGGER waiting_went")
    connection.close()
    store.up.forget(BOXES[0], NAMES[1:2])
    store.close()
    assert drift(used) != set()


def test_what_is_kept_is_never_changed(used: Path) -> None:
    connection = sqlite3.connect(used)
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute("UPDATE waiting SET size = 1")
    connection.close()


def test_what_it_takes_to_keep_one_does_not_grow_with_what_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Steps of the database's own machine for the last of n, 2n and 4n in one box."""
    steps = [steps_of_the_last(tmp_path / f"{n}.db", n, monkeypatch) for n in (200, 400, 800)]
    assert max(steps) < 1.5 * min(steps)


def steps_of_the_last(database: Path, many: int, monkeypatch: pytest.MonkeyPatch) -> int:
    store = open_store(database)
    claim(store, BOXES[0])
    sent = [Arriving(BOXES[0], n.to_bytes(16, "big"), b"x") for n in range(many)]
    assert set(store.up.put(sent)) == {Outcome.STORED}
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    with store._file.writing() as found:  # type: ignore[attr-defined]
        found.conn.set_progress_handler(count, 1)
    store.up.put([Arriving(BOXES[0], b"y" * 16, b"x")])
    store.close()
    return counted


def test_nothing_is_counted_that_is_not_there(inside: Inside, phone: Phone, database: Path) -> None:
    data = phone.says()
    phone.put(data)
    inside.deliver((phone.invited.box, inside.letter(phone)))
    inside.revoke(phone.invited)
    assert read(database, "SELECT * FROM counts") == set()
    assert read(database, "SELECT bytes FROM counts_in_all") == {(0,)}
