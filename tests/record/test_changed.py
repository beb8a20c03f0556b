"""A young person changes or takes back what they said: the old stays, dated, in the record."""

from typing import Any

from tests.record.conftest import People
from tests.record.phone import Phone, answer
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip
from youthvoice.record.release.gate import missing
from youthvoice.record.store import Store
from youthvoice.record.views import Hidden, Point, arrived, hidden_from, mark_read, points_for
from youthvoice.record.views.changes import Earlier

ASKED = "worry-home"


def instead(envelope: str, text: str, audience: str = "worker") -> dict[str, Any]:
    return answer(ASKED, text, audience) | {"instead_of": envelope}


def back(envelope: str) -> dict[str, Any]:
    return {
        "question": ASKED,
        "audience": "worker",
        "value": {},
        "instead_of": envelope,
        "taken_back": True,
    }


def seen_by_worker(store: Store, people: People) -> list[Point]:
    return points_for(store, people.worker, people.case.id)


def test_what_was_changed_stays_dated_and_asks_for_nothing(
    house: House, store: Store, people: People, phone: Phone
) -> None:
    first = phone.says(answer(ASKED, "shouting"))
    second = phone.says(instead(first, "a lot of shouting"))
    round_trip(house)
    old, new = seen_by_worker(store, people)
    assert old.change and (old.change.what, old.change.envelope) == ("changed", second)
    assert old.change.on == store.today()
    assert (old.value, new.value) == ({"text": "shouting"}, {"text": "a lot of shouting"})
    assert (old.is_answered([]), new.is_answered([])) == (True, False)
    assert Earlier([old, new])(new) == [old]
    [waiting] = arrived(store, people.worker)
    assert (waiting.points, waiting.unread) == (1, 1)
    [reason, *_] = missing(store, people.worker, people.case.id)
    assert reason.points == [new.id]


def test_what_was_taken_back_stays_and_nothing_waits(
    house: House, store: Store, people: People, phone: Phone
) -> None:
    first = phone.says(answer(ASKED, "shouting"))
    phone.says(back(first))
    round_trip(house)
    [old] = seen_by_worker(store, people)
    assert old.change and old.change.what == "taken_back"
    assert old.value == {"text": "shouting"}
    assert old.problems == []
    [waiting] = arrived(store, people.worker)
    assert (waiting.points, waiting.unread) == (0, 0)


def test_envelopes_that_come_the_wrong_way_round_say_the_same(
    house: House, store: Store, people: People, phone: Phone
) -> None:
    earlier_bytes = phone.seals({"kind": "views", "form": "views", "answers": [answer(ASKED, "a")]})
    phone.says(instead(earlier_bytes[20:36].hex(), "b"))
    round_trip(house)
    assert [point.change for point in seen_by_worker(store, people)] == [None]
    phone.put(earlier_bytes)
    round_trip(house)
    changes = [point.change and point.change.what for point in seen_by_worker(store, people)]
    assert changes == [None, "changed"]


def test_what_was_made_private_is_private_from_then_on(
    house: House, store: Store, people: People, phone: Phone
) -> None:
    first = phone.says(answer(ASKED, "for all", "meeting"))
    round_trip(house)
    assert len(points_for(store, people.chair, people.case.id)) == 1
    phone.says(instead(first, "only you", "worker"))
    round_trip(house)
    assert points_for(store, people.chair, people.case.id) == []
    assert hidden_from(store, people.chair, people.case.id) == Hidden(1, 1)


def test_what_was_private_does_not_become_known_because_it_was_changed(
    house: House, store: Store, people: People, phone: Phone
) -> None:
    first = phone.says(answer(ASKED, "only you", "worker"))
    phone.says(instead(first, "for all", "meeting"))
    round_trip(house)
    [seen] = points_for(store, people.chair, people.case.id)
    assert seen.value == {"text": "for all"}


def test_somebody_elses_words_cannot_be_changed(
    house: House, store: Store, people: People, phone: Phone
) -> None:
    first = phone.says(answer(ASKED, "shouting"))
    phone.says(answer("worry-school", "x") | {"instead_of": first})
    phone.says(instead("00" * 16, "of nothing"))
    round_trip(house)
    assert [point.change for point in seen_by_worker(store, people)] == [None, None, None]


def test_a_circle_hides_nothing_from_who_reads(
    house: House, store: Store, people: People, phone: Phone
) -> None:
    one, other = bytes(16), bytes([1]) * 16
    for own_id, of in ((one, other), (other, one)):
        words = {"kind": "views", "form": "views", "answers": [instead(of.hex(), own_id.hex())]}
        phone.put(phone.seals(words, own_id))
    round_trip(house)
    assert [point.change for point in seen_by_worker(store, people)] == [None, None]


def test_the_phone_is_told_of_the_change(
    house: House, store: Store, people: People, phone: Phone
) -> None:
    first = phone.says(answer(ASKED, "shouting"))
    round_trip(house)
    mark_read(store, people.worker, [point.id for point in seen_by_worker(store, people)])
    phone.says(back(first))
    round_trip(house)
    [told] = phone.reads_last("points")["points"]
    assert [event["what"] for event in told["events"]] == ["received", "read", "taken_back"]
