"""A record that an older version wrote is brought up to date with all that was in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from youthvoice.record.alarms import alarms_for, count_alarms, raise_alarm
from youthvoice.record.cases import all_cases
from youthvoice.record.store import Store, open_store
from youthvoice.record.views import points_for

OLD = Path(__file__).parent / "old" / "with_12_migrations.sql"
"""Written by the code of that time, with two cases (sample) and 31 alarms, one row each."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(sqlite3.connect(tmp_path / "record.db")) as database:
        database.executescript(OLD.read_text("utf-8"))
    found = open_store(tmp_path / "record.db")
    yield found
    found.close()


def test_alarms_of_one_kind_become_one_with_a_count_and_their_times(store: Store) -> None:
    worker = all_cases(store)[0].worker
    found = alarms_for(store, worker, unseen_only=False)
    told = {(one.code, one.reader and one.reader.name, bool(one.seen_at)): one for one in found}
    assert {key: one.count for key, one in told.items()} == {
        ("unknown_box", None, True): 2,
        ("unknown_box", None, False): 1,
        ("read_soon", "Amina", False): 1,
        ("does_not_open", "Amina", True): 1,
        ("does_not_open", "Amina", False): 5,
        ("unknown_invitation", None, False): 20,
        ("not_handled", None, False): 1,
    }
    assert told["does_not_open", "Amina", False].envelope == f"{4:032x}"
    assert told["unknown_box", None, True].seen_by == "Grace Adeyemi"
    assert all(one.first_at <= one.last_at for one in found)
    assert count_alarms(store, worker) == 5


def test_what_was_said_is_as_it_was(store: Store) -> None:
    case = all_cases(store)[0]
    values = [point.value for point in points_for(store, case.worker, case.id)]
    assert sorted(one["text"] for one in values) == ["gran (sample)", "shouting (sample)"]


def test_new_alarms_join_the_old_ones(store: Store) -> None:
    raise_alarm(store, "unknown_invitation")
    found = alarms_for(store, all_cases(store)[0].worker)
    assert [one.count for one in found if one.code == "unknown_invitation"] == [21]
