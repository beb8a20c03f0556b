"""The file: one writer at a time, whole transactions, nothing of a young person's ever edited."""

import sqlite3
import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.record.conftest import Clock
from youthvoice.record.store import Store, StoreTrouble, open_store
from youthvoice.record.store.schema import CLEARED_BY_NAME, MIGRATIONS


def names(store: Store) -> list[str]:
    return [row["name"] for row in store.rows("SELECT name FROM staff ORDER BY name")]


def insert(store: Store, name: str) -> None:
    with store.write() as database:
        database.table("staff").insert({"id": name, "name": name, "role": "worker"})


def test_a_transaction_inside_another_belongs_to_it(store: Store) -> None:
    with pytest.raises(RuntimeError), store.write():
        insert(store, "A")
        assert names(store) == ["A"]
        raise RuntimeError
    assert names(store) == []


def test_many_threads_write_and_nothing_is_lost(store: Store) -> None:
    def write(thread: int) -> None:
        for n in range(20):
            insert(store, f"{thread}-{n}")

    threads = [threading.Thread(target=write, args=[n]) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(store)) == 160


def test_a_reader_does_not_see_what_is_not_committed(store: Store) -> None:
    seen: list[list[str]] = []
    with store.write():
        insert(store, "A")
        reader = threading.Thread(target=lambda: seen.append(names(store)))
        reader.start()
        reader.join()
    assert seen == [[]]
    assert names(store) == ["A"]


def test_the_bell_rings_when_the_transaction_is_committed_and_not_before(store: Store) -> None:
    with store.write():
        store.ring()
        assert not store.bell.is_set()
    assert store.bell.is_set()


def test_the_bell_does_not_ring_for_what_was_rolled_back(store: Store) -> None:
    with pytest.raises(RuntimeError), store.write():
        store.ring()
        raise RuntimeError
    insert(store, "A")
    assert not store.bell.is_set()


def test_what_was_committed_is_there_after_opening_again(tmp_path: Path, store: Store) -> None:
    insert(store, "A")
    again = open_store(tmp_path / "record.db")
    assert names(again) == ["A"]
    again.close()


def test_the_file_is_written_through_and_for_its_owner_alone(tmp_path: Path, store: Store) -> None:
    assert store.row("PRAGMA synchronous") == {"synchronous": 2}
    assert store.row("PRAGMA journal_mode") == {"journal_mode": "wal"}
    assert (tmp_path / "record.db").stat().st_mode & 0o077 == 0


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path, store: Store) -> None:
    store.close()
    with sqlite3.connect(tmp_path / "record.db") as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(StoreTrouble, match="newer version"):
        open_store(tmp_path / "record.db")


def test_days_are_those_of_england(store: Store, clock: Clock) -> None:
    clock.moment = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert store.today() == date(2026, 7, 1)


def test_a_file_of_the_first_version_is_brought_up_to_date_and_keeps_what_it_has(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.db"
    old = sqlite3.connect(path)
    for statement in MIGRATIONS[0]:
        old.execute(statement)
    old.executescript(FIRST_VERSION)
    old.close()
    store = open_store(path)
    assert store.rows("SELECT box, what FROM owed ORDER BY rowid") == [
        {"box": "b", "what": "publication"},
        {"box": "b", "what": "keys"},
    ]
    assert store.row("SELECT name, revision FROM cases") == {"name": "Amina", "revision": 0}
    assert store.row("SELECT about_serial FROM invitations") == {"about_serial": 0}
    assert store.rows("SELECT * FROM pieces") == store.rows("SELECT * FROM wholes") == []
    with pytest.raises(sqlite3.IntegrityError), store.write() as database:
        database.table("owed").insert({"box": "nobody's", "what": "keys"})
    store.close()


def test_who_had_the_plan_cleared_has_each_action_of_it_cleared_by_name(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = sqlite3.connect(path)
    for migration in MIGRATIONS[: MIGRATIONS.index(CLEARED_BY_NAME)]:
        for statement in migration:
            old.execute(statement)
    old.executescript(BEFORE_CLEARING_BY_NAME)
    old.execute(f"PRAGMA user_version = {MIGRATIONS.index(CLEARED_BY_NAME)}")
    old.close()
    store = open_store(path)
    rows = store.rows("SELECT reader, item FROM cleared ORDER BY reader, item")
    assert [(row["reader"], row["item"]) for row in rows] == [
        ("ann", "letter"),
        ("hodan", "action:lights"),
        ("hodan", "action:walk"),
        ("hodan", "plan"),
        ("ruth", "letter"),
        ("ruth", "plan"),
    ]
    with pytest.raises(sqlite3.IntegrityError), store.write() as database:
        database.table("cleared").insert({"reader": "hodan", "item": "plan"})
    with pytest.raises(sqlite3.IntegrityError), store.write() as database:
        database.table("cleared").insert({"reader": "nobody", "item": "plan"})
    store.close()


BEFORE_CLEARING_BY_NAME = """
INSERT INTO staff VALUES ('w', 'Grace', 'worker'), ('c', 'Siân', 'chair');
INSERT INTO cases (id, name, worker, chair, meeting, people, numbers)
    VALUES ('case', 'Amina', 'w', 'c', '{}', '[]', '[]'),
    ('other', 'Kai', 'w', 'c', '{}', '[]', '[]');
INSERT INTO readers (id, case_id, role, name) VALUES ('hodan', 'case', 'parent', 'Hodan'),
    ('ann', 'case', 'parent', 'Ann'), ('ruth', 'other', 'advocate', 'Ruth');
INSERT INTO drafts VALUES
    ('case', 'letter', 1, '{"html": ""}'),
    ('case', 'plan', 1, '{"actions": [{"id": "lights"}, {"id": "walk"}]}');
INSERT INTO cleared VALUES ('hodan', 'plan'), ('ann', 'letter'), ('ruth', 'letter'),
    ('ruth', 'plan');
"""

FIRST_VERSION = """
INSERT INTO staff VALUES ('w', 'Grace', 'worker'), ('c', 'Siân', 'chair');
INSERT INTO cases (id, name, worker, chair, meeting, people, numbers)
    VALUES ('case', 'Amina', 'w', 'c', '{}', '[]', '[]');
INSERT INTO readers (id, case_id, role, name) VALUES ('r', 'case', 'young_person', 'Amina');
INSERT INTO invitations (id, reader, box, keys_serial, made_on, expires)
    VALUES ('i', 'r', 'b', 1, '2026-11-21', '2026-12-05');
INSERT INTO boxes VALUES ('b', 'r', 'i', '', '', '', 1, NULL);
INSERT INTO owed VALUES ('b', 'publication'), ('b', 'keys');
PRAGMA user_version = 1;
"""


@pytest.mark.parametrize("content", [None, b"this is no database, whatever its name says"])
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "odd.db"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    with pytest.raises(StoreTrouble, match=r"odd\.db.*YOUTHVOICE_RECORD_DATABASE"):
        open_store(path)


def test_what_is_written_together_is_there_whole_or_not_at_all(store: Store) -> None:
    with pytest.raises(RuntimeError), store.together(lambda: None):
        insert(store, "A")
        insert(store, "B")
        assert names(store) == ["A", "B"]
        raise RuntimeError
    assert names(store) == []
    with store.together(lambda: None):
        insert(store, "A")
        insert(store, "B")
    assert names(store) == ["A", "B"]


def test_together_one_writing_that_fails_undoes_itself_alone(store: Store) -> None:
    with store.together(lambda: None):
        insert(store, "A")
        with pytest.raises(RuntimeError), store.write():
            insert(store, "B")
            raise RuntimeError
        insert(store, "C")
    assert names(store) == ["A", "C"]


def test_together_begins_with_the_first_writing_and_nobody_waits_before(store: Store) -> None:
    called: list[list[str]] = []
    with store.together(lambda: called.append(names(store))):
        other = threading.Thread(target=insert, args=[store, "other"])
        other.start()
        other.join()
        assert called == []
        insert(store, "A")
        insert(store, "B")
    assert called == [["other"]]


def test_together_nothing_is_written_when_the_first_call_says_no(store: Store) -> None:
    def say_no() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError), store.together(say_no):
        insert(store, "A")
    assert names(store) == []
    insert(store, "B")
    assert names(store) == ["B"]
