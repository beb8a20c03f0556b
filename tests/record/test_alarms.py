"""Alarms: whose they are, and that somebody saw them."""

import pytest

from tests.record.conftest import People
from youthvoice.record.alarms import alarms_for, mark_seen, raise_alarm
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


def test_the_same_alarm_is_raised_again_only_after_it_was_seen(
    store: Store, people: People
) -> None:
    for _ in range(3):
        raise_alarm(store, "unknown_invitation", detail="ab")
    raise_alarm(store, "unknown_invitation", detail="cd")
    assert len(alarms_for(store, people.worker)) == 2
    mark_seen(store, people.worker, 1)
    raise_alarm(store, "unknown_invitation", detail="ab")
    assert len(alarms_for(store, people.worker)) == 2


def test_an_alarm_that_is_not_there_cannot_be_seen(store: Store, people: People) -> None:
    with pytest.raises(NotYours):
        mark_seen(store, people.worker, 7)
