"""What a phone says that it could not use raises one alarm for each reason, with a count."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.record.conftest import People
from tests.record.phone import Phone
from youthvoice.record.alarms import alarms_for, mark_seen
from youthvoice.record.cases import Reader
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip

Invited = Callable[[Reader], Phone]


def notice(*found: tuple[int, str]) -> dict[str, Any]:
    told = [{"envelope": f"{envelope:032x}", "reason": reason} for envelope, reason in found]
    return {"kind": "unusable", "on": "2026-11-20", "found": told}


def alarms(house: House, people: People) -> dict[str, int]:
    return {one.code: one.count for one in alarms_for(house.store, people.worker)}


def test_there_is_one_alarm_for_each_reason_with_how_many(
    house: House, people: People, phone: Phone
) -> None:
    phone.put(phone.seals(notice((1, "does_not_open"), (2, "odd_shape"), (3, "odd_shape"))))
    round_trip(house)
    phone.put(phone.seals(notice((4, "odd_shape"))))
    round_trip(house)
    assert alarms(house, people) == {
        "phone_does_not_open": 1,
        "phone_odd_shape": 3,
    }


def test_once_seen_the_next_raises_it_anew(house: House, people: People, phone: Phone) -> None:
    phone.put(phone.seals(notice((1, "odd_shape"))))
    round_trip(house)
    [alarm] = alarms_for(house.store, people.worker)
    mark_seen(house.store, people.worker, alarm.id)
    assert alarms(house, people) == {}
    phone.put(phone.seals(notice((2, "odd_shape"))))
    round_trip(house)
    assert alarms(house, people) == {"phone_odd_shape": 1}


def test_a_phone_cannot_make_up_reasons(house: House, people: People, phone: Phone) -> None:
    phone.put(phone.seals(notice((1, "made_up"), (2, "made_up_too"))))
    round_trip(house)
    assert alarms(house, people) == {"phone_unexpected": 2}


ODD: list[Any] = [
    [],
    None,
    "x",
    [{"envelope": "1" * 32}],
    [{"envelope": "1" * 31, "reason": "odd_shape"}],
    [{"envelope": "1" * 32, "reason": "My own words"}],
    [{"envelope": "1" * 32, "reason": "odd_shape", "words": "x"}],
    [{"envelope": "1" * 32, "reason": "odd_shape"}] * 201,
]


@pytest.mark.parametrize("found", ODD)
def test_an_odd_notice_is_kept_and_said_to_be_odd(
    house: House, people: People, phone: Phone, found: Any
) -> None:
    phone.put(phone.seals({"kind": "unusable", "found": found}))
    round_trip(house)
    assert alarms(house, people) == {"odd_unusable": 1}
