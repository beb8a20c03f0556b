"""Alarms: whose they are, how often, and that somebody saw them."""

from datetime import timedelta

import pytest

from tests.record.conftest import Clock, People
from youthvoice.record.alarms import ON_A_PAGE, alarms_for, count_alarms, mark_seen, raise_alarm
from youthvoice.record.cases import add_reader
from youthvoice.record.staff.access import NotYours
from youthvoice.record.store import Store


def test_an_alarm_of_a_case_is_for_its_staff(store: Store, people: People) -> None:
    raise_alarm(store, "bad_proof", reader=people.young_person.id, detail="ab")
    for one in (people.worker, people.chair):
        found = alarms_for(store, one)
        assert [(a.code, a.case_id, a.detail) for a in found] == [
            ("bad_proof", people.case.id, "ab")
        ]
    assert alarms_for(store, people.stranger) == []
    with pytest.raises(NotYours):
        mark_seen(store, people.stranger, 1)


def test_an_alarm_stays_until_somebody_has_seen_it(store: Store, people: People) -> None:
    raise_alarm(store, "unknown_box")
    mark_seen(store, people.stranger, 1)
    mark_seen(store, people.worker, 1)
    assert alarms_for(store, people.worker) == []
    kept = alarms_for(store, people.worker, unseen_only=False)
    assert [(alarm.seen_by, alarm.seen_at) for alarm in kept] == [("Tomasz Nowak", store.now())]


def test_what_happens_again_is_the_same_alarm_with_a_count_and_both_times(
    store: Store, people: People, clock: Clock
) -> None:
    first = store.now()
    for n in range(200):
        raise_alarm(store, "unknown_invitation", detail=f"{n:032x}")
    clock.moment += timedelta(hours=1)
    raise_alarm(store, "unknown_invitation", detail="cd" * 200)
    [alarm] = alarms_for(store, people.worker)
    assert (alarm.count, alarm.first_at, alarm.last_at) == (201, first, store.now())
    assert alarm.detail == "cd" * 100
    assert count_alarms(store, people.worker) == 1


def test_each_person_has_an_alarm_of_their_own(store: Store, people: People) -> None:
    parent = add_reader(store, people.case.id, "parent", "Hodan")
    for reader in (people.young_person.id, parent.id, None, people.young_person.id):
        raise_alarm(store, "does_not_open", reader=reader)
    found = alarms_for(store, people.worker)
    assert [(one.reader, one.count) for one in found] == [
        (None, 1),
        (parent, 1),
        (people.young_person, 2),
    ]


def test_what_happened_since_the_page_was_opened_is_not_marked_as_seen(
    store: Store, people: People
) -> None:
    for _ in range(5):
        raise_alarm(store, "unknown_box")
    mark_seen(store, people.worker, 1, count=3)
    [again] = alarms_for(store, people.worker)
    [_, seen] = alarms_for(store, people.worker, unseen_only=False)
    assert (again.count, again.seen_at, seen.count, seen.seen_by) == (2, None, 3, "Grace Adeyemi")
    mark_seen(store, people.worker, again.id, count=2)
    assert count_alarms(store, people.worker) == 0
    raise_alarm(store, "unknown_box")
    assert [one.count for one in alarms_for(store, people.worker)] == [1]


def test_a_page_holds_a_page_and_the_next_goes_on(store: Store, people: People) -> None:
    for n in range(ON_A_PAGE + 2):
        raise_alarm(store, f"kind_{n}")
    first = alarms_for(store, people.worker)
    rest = alarms_for(store, people.worker, before=first[-1].id)
    assert [len(first), len(rest)] == [ON_A_PAGE, 2]
    assert count_alarms(store, people.worker) == ON_A_PAGE + 2


def test_an_alarm_that_is_not_there_cannot_be_seen(store: Store, people: People) -> None:
    with pytest.raises(NotYours):
        mark_seen(store, people.worker, 7)
