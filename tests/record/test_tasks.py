"""Asked for in one tap: inside it is a task with a name on it, until it is answered in words."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.record.conftest import People
from tests.record.phone import Phone
from youthvoice.record.alarms import alarms_for
from youthvoice.record.cases import Reader, add_reader
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip
from youthvoice.record.staff.access import NotYours
from youthvoice.record.tasks import DoneBefore, NoWords, Task, finish, hand_to, open_tasks, tasks_of

ASK = {"kind": "ask", "what": "advocate", "on": "2026-11-20"}
ANSWER = "Ruth Levy will call you on Monday."


def asks(house: House, phone: Phone, **more: Any) -> None:
    assert phone.put(phone.seals(ASK | more)) == [201]
    round_trip(house)


def to_do(house: House, people: People) -> list[Task]:
    return open_tasks(house.store, people.worker, people.case.id)


def told(phone: Phone) -> list[dict[str, str]]:
    found: list[dict[str, str]] = phone.reads_last("asked")["asked"]
    return found


def test_it_is_the_workers_task_and_the_phone_is_told_the_name(
    house: House, people: People, phone: Phone
) -> None:
    asks(house, phone)
    [task] = to_do(house, people)
    assert (task.what, task.staff, task.since) == ("advocate", people.worker, house.store.today())
    [one] = told(phone)
    assert (one["name"], one["role"], one["done_on"]) == ("Grace Adeyemi", "worker", "")


def test_asked_twice_is_one(house: House, people: People, phone: Phone) -> None:
    asks(house, phone)
    asks(house, phone)
    assert len(to_do(house, people)) == 1
    assert len(told(phone)) == 1


def test_handed_over_the_phone_is_told_the_new_name(
    house: House, people: People, phone: Phone
) -> None:
    asks(house, phone)
    hand_to(house.store, people.worker, to_do(house, people)[0], people.chair.id)
    round_trip(house)
    assert to_do(house, people)[0].staff == people.chair
    assert told(phone)[0]["name"] == "Siân Hughes"


def test_nobody_without_a_part_in_the_case_has_it_or_gets_it(
    house: House, people: People, phone: Phone
) -> None:
    asks(house, phone)
    [task] = to_do(house, people)
    with pytest.raises(NotYours):
        hand_to(house.store, people.worker, task, people.stranger.id)
    for act in (
        lambda: hand_to(house.store, people.stranger, task, people.worker.id),
        lambda: finish(house.store, people.stranger, task, ANSWER),
        lambda: tasks_of(house.store, people.stranger, people.case.id),
    ):
        with pytest.raises(NotYours):
            act()
    assert to_do(house, people) == [task]


def test_done_is_told_in_words_and_the_first_answer_stays(
    house: House, people: People, phone: Phone
) -> None:
    asks(house, phone)
    [task] = to_do(house, people)
    with pytest.raises(NoWords):
        finish(house.store, people.worker, task, "  ")
    finish(house.store, people.chair, task, ANSWER)
    with pytest.raises(DoneBefore):
        finish(house.store, people.worker, task, "Something else")
    with pytest.raises(DoneBefore):
        hand_to(house.store, people.worker, task, people.worker.id)
    round_trip(house)
    assert to_do(house, people) == []
    [one] = told(phone)
    assert (one["words"], one["name"], one["role"]) == (ANSWER, "Siân Hughes", "chair")
    assert one["done_on"] == house.store.today().isoformat()


def test_after_an_answer_asking_again_is_a_new_task(
    house: House, people: People, phone: Phone
) -> None:
    asks(house, phone)
    finish(house.store, people.worker, to_do(house, people)[0], ANSWER)
    asks(house, phone)
    assert len(to_do(house, people)) == 1
    assert [one["done_on"] == "" for one in told(phone)] == [False, True]


@pytest.mark.parametrize("role", ["parent", "advocate"])
def test_nobody_else_asks_or_is_told(
    house: House, people: People, phone: Phone, invited: Callable[[Reader], Phone], role: Any
) -> None:
    other = invited(add_reader(house.store, people.case.id, role, "Hodan"))
    other.claim()
    asks(house, phone)
    asks(house, other)
    assert len(to_do(house, people)) == 1
    assert [words["kind"] for words in other.reads()] == ["receipt"]
    [alarm] = alarms_for(house.store, people.worker)
    assert alarm.code == "not_for_this_reader"


def test_a_wish_that_we_do_not_know_is_kept_for_a_person_to_look_at(
    house: House, people: People, phone: Phone
) -> None:
    asks(house, phone, what="pony")
    assert to_do(house, people) == []
    assert [alarm.code for alarm in alarms_for(house.store, people.worker)] == ["unknown_kind"]


def test_a_new_phone_is_told_what_was_asked(
    house: House, people: People, phone: Phone, invited: Callable[[Reader], Phone]
) -> None:
    asks(house, phone)
    other = invited(people.young_person)
    other.claim()
    round_trip(house)
    assert len(told(other)) == 1
