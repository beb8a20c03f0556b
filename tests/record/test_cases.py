"""Cases and their readers."""

import pytest

from tests.record.conftest import People
from youthvoice.record.cases import (
    Meeting,
    add_reader,
    all_cases,
    change_case,
    find_case,
    find_reader,
    readers_of,
    young_person_of,
)
from youthvoice.record.store import Store


def test_a_case_comes_back_as_it_was_opened(store: Store, people: People) -> None:
    assert find_case(store, people.case.id) == people.case
    assert all_cases(store) == [people.case]
    assert find_case(store, "nobody") is None


def test_what_is_changed_is_changed_and_the_rest_stays(store: Store, people: People) -> None:
    moved = Meeting("2026-12-11", "17:00", "Online")
    changed = change_case(store, people.case.id, meeting=moved)
    assert (changed.meeting, changed.people) == (moved, people.case.people)
    assert find_case(store, people.case.id) == changed
    assert changed.revision == people.case.revision + 1
    assert change_case(store, people.case.id, people=[]).people == []
    with pytest.raises(LookupError):
        change_case(store, "nobody", people=[])


def test_the_young_person_is_the_first_reader(store: Store, people: People) -> None:
    parent = add_reader(store, people.case.id, "parent", "Hodan")
    assert readers_of(store, people.case.id) == [people.young_person, parent]
    assert find_reader(store, parent.id) == parent
    assert people.young_person.role == "young_person"
    with pytest.raises(LookupError):
        young_person_of(store, "nobody")
