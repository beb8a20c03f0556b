"""Parents say their own part: it is theirs alone on every phone, and answered like any other."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.record.conftest import People
from tests.record.phone import Phone, answer, views
from youthvoice.record.cases import Reader, add_reader
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip
from youthvoice.record.release.gate import missing
from youthvoice.record.store import open_store
from youthvoice.record.store.schema import FORM_FOR_PARENTS, MIGRATIONS
from youthvoice.record.views import give_outcome, mark_read, points_for

Invited = Callable[[Reader], Phone]


def says(phone: Phone, *answers: Any) -> None:
    phone.put(phone.seals(views(*answers) | {"form": "family"}))


@pytest.fixture
def parents(house: House, people: People, invited: Invited) -> tuple[Phone, Phone]:
    """Two parents of one young person, each with a phone in use."""
    names = ("Hodan", "Yusuf")
    found = [invited(add_reader(house.store, people.case.id, "parent", name)) for name in names]
    for one in found:
        assert one.claim() == 200
    round_trip(house)
    return found[0], found[1]


def test_a_parents_points_are_theirs_by_name_after_the_young_persons(
    house: House, people: People, phone: Phone, parents: tuple[Phone, Phone]
) -> None:
    hodan, _yusuf = parents
    says(hodan, answer("after-different", "Start on time"), answer("family-worry", "The bus stop"))
    round_trip(house)
    phone.says(answer("good-proud", "My drawing"))
    round_trip(house)
    points = points_for(house.store, people.worker, people.case.id)
    assert [(one.reader.name, one.reader.role, one.value["text"]) for one in points] == [
        ("Amina", "young_person", "My drawing"),
        ("Hodan", "parent", "The bus stop"),
        ("Hodan", "parent", "Start on time"),
    ]
    assert all(one.question and not one.problems for one in points)


def test_each_parents_phone_is_told_of_their_own_points_and_no_others(
    house: House, people: People, phone: Phone, parents: tuple[Phone, Phone]
) -> None:
    """Promise 6, RW-14."""
    hodan, yusuf = parents
    phone.says(answer("worry-home", "Amina's own"))
    says(hodan, answer("family-worry", "Hodan's own"))
    says(yusuf, answer("family-worry", "Yusuf's own"))
    round_trip(house)
    found = points_for(house.store, people.worker, people.case.id)
    mark_read(house.store, people.worker, [point.id for point in found])
    round_trip(house)
    for one, own in ((hodan, "Hodan's own"), (yusuf, "Yusuf's own"), (phone, "Amina's own")):
        received = one.reads()
        told = [message for message in received if message["kind"] == "points"][-1]
        assert [point["value"]["text"] for point in told["points"]] == [own]
        others = {"Hodan's own", "Yusuf's own", "Amina's own"} - {own}
        assert not any(other in str(received) for other in others)


def test_what_others_say_sends_a_parent_nothing(
    house: House, phone: Phone, parents: tuple[Phone, Phone]
) -> None:
    """Not even a message: neither its time nor its number tells that somebody said something."""
    hodan, yusuf = parents
    hodan.reads()
    yusuf.reads()
    phone.says(answer("worry-home", "Amina's own"))
    says(yusuf, answer("family-worry", "Yusuf's own"))
    round_trip(house)
    assert hodan.reads() == []


def test_the_young_persons_form_is_not_a_parents_nor_the_other_way_round(
    house: House, people: People, phone: Phone, parents: tuple[Phone, Phone]
) -> None:
    hodan, _yusuf = parents
    hodan.says(answer("after-heard", "as if I were her"))
    says(phone, answer("family-worry", "as if I were my mother"))
    round_trip(house)
    assert points_for(house.store, people.worker, people.case.id) == []


def test_nothing_is_published_while_a_parents_point_has_no_answer(
    house: House, people: People, parents: tuple[Phone, Phone]
) -> None:
    hodan, _yusuf = parents
    says(hodan, answer("family-helps", "Somebody to talk to"))
    round_trip(house)
    [point] = points_for(house.store, people.worker, people.case.id)
    waits = [one.points for one in missing(house.store, people.worker, people.case.id)]
    assert [point.id] in waits
    [hidden] = [
        one
        for one in missing(house.store, people.chair, people.case.id)
        if one.what == "hidden_points"
    ]
    assert hidden.count == 1
    give_outcome(house.store, people.worker, point.id, "done")
    for by in (people.worker, people.chair):
        found = missing(house.store, by, people.case.id)
        assert not {"points", "hidden_points"} & {one.what for one in found}


def test_a_parent_whose_phone_knows_of_no_form_is_told_of_it(tmp_path: Path) -> None:
    """Promise 14: an invitation that was opened before this form was there goes on."""
    path = tmp_path / "old.db"
    before = MIGRATIONS[: MIGRATIONS.index(FORM_FOR_PARENTS)]
    old = sqlite3.connect(path)
    for statement in (statement for migration in before for statement in migration):
        old.execute(statement)
    old.executescript(PEOPLE_OF_BEFORE)
    old.execute(f"PRAGMA user_version={len(before)}")
    old.close()
    store = open_store(path)
    assert store.rows("SELECT box, what FROM owed") == [{"box": "hodans", "what": "about"}]
    assert store.rows("SELECT name, about_serial FROM readers ORDER BY id") == [
        {"name": "Amina", "about_serial": 3},
        {"name": "Hodan", "about_serial": 4},
        {"name": "Kai", "about_serial": 3},
        {"name": "Yusuf", "about_serial": 4},
    ]
    store.close()


PEOPLE_OF_BEFORE = """
INSERT INTO staff VALUES ('w', 'Grace', 'worker'), ('c', 'Siân', 'chair');
INSERT INTO cases (id, name, worker, chair, meeting, people, numbers, revision) VALUES
    ('case-1', 'Amina', 'w', 'c', '{}', '[]', '[]', 3),
    ('case-2', 'Kai', 'w', 'c', '{}', '[]', '[]', 3);
INSERT INTO readers (id, case_id, role, name, about_serial) VALUES
    ('a', 'case-1', 'young_person', 'Amina', 3), ('h', 'case-1', 'parent', 'Hodan', 3),
    ('y', 'case-1', 'parent', 'Yusuf', 3), ('k', 'case-2', 'young_person', 'Kai', 3);
INSERT INTO invitations (id, reader, box, keys_serial, made_on, expires)
    SELECT id || 's', id, id, 1, '2026-11-20', '2026-12-04' FROM readers;
INSERT INTO boxes
    (box, reader, invitation, agreement, signing, token_sha256, keys_serial, revoked_at)
    VALUES ('aminas', 'a', 'as', '', '', '', 1, NULL), ('hodans', 'h', 'hs', '', '', '', 1, NULL),
    ('yusufs', 'y', 'ys', '', '', '', 1, '2026-11-21'), ('kais', 'k', 'ks', '', '', '', 1, NULL);
"""
