"""What is deleted is in none of the mailbox's files (requirement: rows are really gone)."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mailbox.acting import Inside, Phone, Safe, id_of
from youthvoice.mailbox.store import database as database_module

Way = Callable[[Inside, Phone], tuple[bytes, Callable[[], object]]]


def found(database: Path, canary: bytes) -> list[str]:
    """The files beside the database that hold the bytes."""
    files = sorted(database.parent.glob(f"{database.name}*"))
    assert database in files
    return [path.name for path in files if canary in path.read_bytes()]


def middle(data: bytes) -> bytes:
    """Sealed bytes that lie on one page of the file."""
    return data[len(data) // 2 :][:48]


def confirmed(inside: Inside, phone: Phone) -> tuple[bytes, Callable[[], object]]:
    data = phone.says("x" * 30_000)
    phone.put(data)
    return middle(data), lambda: inside.confirm((phone.invited.box, data))


def held(inside: Inside, phone: Phone) -> tuple[bytes, Callable[[], object]]:
    letter = inside.letter(phone)
    inside.deliver((phone.invited.box, letter))
    return middle(letter), lambda: phone.hold(id_of(letter))


def contents_held(inside: Inside, phone: Phone) -> tuple[bytes, Callable[[], object]]:
    return middle(phone.invited.contents), phone.hold_contents


def revoked(inside: Inside, phone: Phone) -> tuple[bytes, Callable[[], object]]:
    data = phone.says()
    phone.put(data)
    return middle(data), lambda: inside.revoke(phone.invited)


def its_token_revoked(inside: Inside, phone: Phone) -> tuple[bytes, Callable[[], object]]:
    return phone.device.token_sha256, lambda: inside.revoke(phone.invited)


def share_let_go(inside: Inside, phone: Phone) -> tuple[bytes, Callable[[], object]]:
    safe = Safe(phone)
    safe.entrust()
    return safe.share, safe.let_go


def share_replaced(inside: Inside, phone: Phone) -> tuple[bytes, Callable[[], object]]:
    safe = Safe(phone)
    safe.entrust()
    return safe.share, Safe(phone).entrust


def share_spent(inside: Inside, phone: Phone) -> tuple[bytes, Callable[[], object]]:
    safe = Safe(phone)
    safe.entrust()
    return safe.share, lambda: [safe.open(bytes(32)) for _ in range(10)]


def share_revoked(inside: Inside, phone: Phone) -> tuple[bytes, Callable[[], object]]:
    safe = Safe(phone)
    safe.entrust()
    return safe.share, lambda: inside.revoke(phone.invited)


SHARES = (share_let_go, share_replaced, share_spent, share_revoked)
WAYS = (confirmed, held, contents_held, revoked, its_token_revoked)


def settle(database: Path) -> None:
    """Everything into the main file, as happens in time."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@pytest.mark.parametrize("settled", [True, False], ids=["in the file", "in the log"])
@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_left(
    way: Way, settled: bool, inside: Inside, phone: Phone, database: Path
) -> None:
    phone.put(phone.says("something that stays"))
    canary, delete = way(inside, phone)
    if settled:
        settle(database)
    assert found(database, canary) == ["mailbox.db" if settled else "mailbox.db-wal"]
    delete()
    assert found(database, canary) == []


@pytest.mark.parametrize("way", SHARES)
def test_nothing_is_left_of_a_share(way: Way, inside: Inside, phone: Phone, database: Path) -> None:
    canary, delete = way(inside, phone)
    assert found(database, canary) == ["mailbox.db"]
    delete()
    assert found(database, canary) == []


def test_a_long_reader_holds_up_nobody(inside: Inside, phone: Phone, database: Path) -> None:
    """Somebody makes a backup: deletions go on, and the first one after it cuts the log."""
    canary, delete = confirmed(inside, phone)
    reader = sqlite3.connect(database)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM waiting").fetchone() == (1,)
    delete()
    assert inside.collect()[0] == []
    assert found(database, canary) != []
    reader.close()
    phone.hold("0" * 32)
    assert found(database, canary) == []


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "PRAGMAS", ("PRAGMA secure_delete = OFF",))


@pytest.mark.usefixtures("careless")
class TestCareless:
    """The deliberate breach: a store that only forgets where the bytes are."""

    def test_something_is_left(self, inside: Inside, phone: Phone, database: Path) -> None:
        canary, delete = confirmed(inside, phone)
        settle(database)
        delete()
        assert found(database, canary) == ["mailbox.db"]
