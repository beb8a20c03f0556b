"""What a reader other than the young person gets: each item by name, and only when it is new."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from datetime import timedelta
from typing import Any

import pytest

from tests.record.conftest import Clock, People
from tests.record.looking import publish
from tests.record.phone import Phone, answer, views
from tests.record.test_plans import AROUND
from youthvoice.record.cases import Meeting, Reader, add_reader, change_case
from youthvoice.record.house import House
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.mailroom import round_trip
from youthvoice.record.plans import Action, Plan, plan_of, save_plan
from youthvoice.record.release import (
    Published,
    UnknownItem,
    bundle,
    clear,
    clear_only,
    cleared_for,
    preview,
)
from youthvoice.record.release.bundle import AROUND as AROUND_SENT
from youthvoice.record.release.bundle import COLUMNS
from youthvoice.record.staff.access import NotYours
from youthvoice.record.store import Store
from youthvoice.record.views import give_outcome
from youthvoice.record.views.keep import make_views

WALK, PARK = Action(id="walk", plain="Jo walks with you"), Action(id="park", plain="Lights")


@pytest.fixture
def parent(store: Store, people: People) -> Reader:
    return add_reader(store, people.case.id, "parent", "Hodan")


@pytest.fixture
def plan(store: Store, people: People) -> Plan:
    """A letter, and a plan of two actions with everything around them."""
    write(store, people, "Dear Amina")
    return change_plan(store, people, replace(AROUND, actions=[WALK, PARK]))


def write(store: Store, people: People, words: str) -> None:
    revision = letter_of(store, people.case.id).revision
    save_letter(store, people.chair, people.case.id, Letter(words, revision))


def change_plan(store: Store, people: People, changed: Plan) -> Plan:
    revision = plan_of(store, people.case.id).revision
    return save_plan(store, people.chair, people.case.id, replace(changed, revision=revision))


def give(store: Store, people: People, reader: Reader, *items: str) -> None:
    clear_only(store, people.chair, people.case.id, reader.id, items)


def publish_for(store: Store, people: People, reader: Reader) -> list[Published]:
    sent = publish(store, people.chair, people.case.id)
    return [one for one in sent if one.reader == reader]


def says(store: Store, reader: Reader, envelope: str, *answers: dict[str, Any]) -> list[str]:
    """Points of a reader, as if they had been opened; gives their ids."""
    with store.write() as database:
        arrival = database.table("arrivals").count + 1
        database.table("arrivals").insert(
            {"n": arrival, "box": "", "id": envelope, "sha256": "", "raw": b"", "kept_at": ""}
            | {"state": "opened"}
        )
        database.table("envelopes").insert(
            {"id": envelope, "arrival": arrival, "reader": reader.id, "words": "{}"}
            | {"problems": "[]", "received_on": store.today().isoformat()}
        )
        make_views(store, reader, envelope, views(*answers))()
    return [f"{envelope}:{one['question']}" for one in answers]


def test_everything_that_a_plan_has_is_sent_and_named(
    store: Store, people: People, plan: Plan
) -> None:
    """A field that is new goes out to nobody until its name stands in the list."""
    assert set(AROUND_SENT) | {"actions", "revision"} == {one.name for one in fields(Plan)}
    assert set(COLUMNS) == {one.name for one in fields(Action)}
    sent = publish_for(store, people, people.young_person)[0].words["plan"]
    assert sent | {"revision": plan.revision} == asdict(plan) | {"version": 1}


@pytest.mark.parametrize(
    ("items", "letter", "around", "actions"),
    [
        ((), False, False, []),
        (("letter",), True, False, []),
        (("plan",), False, True, []),
        (("action:park",), False, False, ["park"]),
        (("plan", "action:walk"), False, True, ["walk"]),
        (("letter", "plan", "action:walk", "action:park"), True, True, ["walk", "park"]),
    ],
)
def test_each_item_goes_by_itself(
    store: Store,
    people: People,
    parent: Reader,
    plan: Plan,
    items: tuple[str, ...],
    letter: bool,
    around: bool,
    actions: list[str],
) -> None:
    give(store, people, parent, *items)
    shown = bundle(store, parent.id)
    assert bool(shown["letter"]) == letter
    assert [one["id"] for one in (shown["plan"] or {"actions": []})["actions"]] == actions
    assert bool(shown["plan"]) == (around or bool(actions))
    told = json.dumps(shown, ensure_ascii=False)
    for words in ("Siân", "could hurt you", "16:00", "2027-03-01"):
        assert (words in json.dumps(shown["plan"], ensure_ascii=False)) == around
    assert ("Jo walks" in told, "Lights" in told) == (
        "walk" in actions or around,
        "park" in actions,
    )
    sent = publish_for(store, people, parent)
    assert [one.words for one in sent] == ([shown] if items else [])


def test_what_stands_around_goes_with_no_action_once_something_is_written_there(
    store: Store, people: People, parent: Reader, plan: Plan
) -> None:
    give(store, people, parent, "plan")
    assert bundle(store, parent.id)["plan"]["actions"] == []
    with_actions = bundle(store, parent.id)
    change_plan(store, people, AROUND)
    assert bundle(store, parent.id) == with_actions, "actions of others show in nothing"
    assert bundle(store, people.young_person.id)["plan"] is None
    change_plan(store, people, Plan(AROUND.name, AROUND.chair, AROUND.on))
    assert bundle(store, parent.id)["plan"] is None


def test_a_new_action_is_cleared_for_nobody_but_the_young_person(
    store: Store, people: People, parent: Reader, plan: Plan
) -> None:
    give(store, people, parent, "plan", "action:walk", "action:park")
    new = Action(id="new", plain="Something new")
    change_plan(store, people, replace(AROUND, actions=[new, WALK, PARK]))
    assert [one["id"] for one in bundle(store, parent.id)["plan"]["actions"]] == ["walk", "park"]
    young_person = bundle(store, people.young_person.id)["plan"]["actions"]
    assert [one["id"] for one in young_person] == ["new", "walk", "park"]
    give(store, people, parent, "plan", "action:new")
    assert [one["id"] for one in bundle(store, parent.id)["plan"]["actions"]] == ["new"]


def test_what_is_not_there_cannot_be_cleared(
    store: Store, people: People, parent: Reader, plan: Plan
) -> None:
    give(store, people, parent, "letter")
    for odd in ("action:gone", "walk", "", "points"):
        with pytest.raises(UnknownItem):
            give(store, people, parent, "plan", odd)
        with pytest.raises(UnknownItem):
            clear(store, people.chair, people.case.id, parent.id, odd, cleared=True)
    assert cleared_for(store, parent) == {"letter"}
    with pytest.raises(NotYours):
        clear_only(store, people.stranger, people.case.id, parent.id, ["plan"])
    with pytest.raises(NotYours):
        clear_only(store, people.chair, people.case.id, "nobody", ["plan"])


def test_what_is_no_longer_cleared_is_taken_back_with_the_next_publication(
    store: Store, people: People, parent: Reader, plan: Plan
) -> None:
    give(store, people, parent, "plan", "action:walk")
    [first] = publish_for(store, people, parent)
    assert (first.serial, bool(first.words["plan"])) == (1, True)
    give(store, people, parent)
    [second] = publish_for(store, people, parent)
    assert (second.serial, second.words["plan"]) == (2, None)
    assert publish_for(store, people, parent) == []


def test_what_was_published_for_others_meanwhile_shows_in_nothing(
    store: Store, people: People, parent: Reader, plan: Plan, clock: Clock
) -> None:
    give(store, people, parent, "letter", "action:park")
    [first] = publish_for(store, people, parent)
    for text in ("Jo meets you", "Jo meets you at the bus stop"):
        clock.moment += timedelta(days=30)
        change_plan(store, people, replace(AROUND, actions=[replace(WALK, plain=text), PARK]))
        change_case(store, people.case.id, meeting=Meeting(store.today().isoformat()))
        assert publish_for(store, people, parent) == []
        assert bundle(store, parent.id) == first.words
        assert preview(store, people.worker, parent.id).words == first.words
    give(store, people, parent, "letter", "plan", "action:park")
    [second] = publish_for(store, people, parent)
    assert (second.serial, second.words["plan"]["version"]) == (2, 2)
    assert (second.words["on"], second.on) == (store.today().isoformat(), store.today())
    assert second.words["letter"] == first.words["letter"]
    young_person = bundle(store, people.young_person.id)
    assert (young_person["serial"], young_person["plan"]["version"]) == (5, 3)


def test_a_letter_has_the_day_on_which_its_words_were_first_sent(
    store: Store, people: People, parent: Reader, plan: Plan, clock: Clock
) -> None:
    give(store, people, parent, "letter")
    first = publish_for(store, people, parent)[0].words["letter"]["on"]
    clock.moment += timedelta(days=1)
    write(store, people, "Dear Amina, again")
    second = publish_for(store, people, parent)[0].words["letter"]["on"]
    assert (first, second) == (
        (store.today() - timedelta(days=1)).isoformat(),
        store.today().isoformat(),
    )


def test_every_reader_is_told_what_happened_to_their_own_points_alone(
    store: Store, people: People, parent: Reader, plan: Plan
) -> None:
    hers = says(store, people.young_person, "aa" * 16, answer("worry-home", "shouting"))
    his = says(store, parent, "bb" * 16, answer("good-proud", "she sings"))
    give_outcome(store, people.worker, hers[0], "in_plan", "you said so", "walk")
    give_outcome(store, people.worker, his[0], "in_plan", "and you", "park")
    give(store, people, parent, "action:park")
    [sent] = [one for one in publish(store, people.worker, people.case.id) if one.reader == parent]
    [told] = sent.words["happened"]
    assert (told["envelope"], told["question"]) == ("bb" * 16, "good-proud")
    assert (told["why"], told["action"]) == ("and you", 1)
    [told] = bundle(store, people.young_person.id)["happened"]
    assert (told["envelope"], told["action"]) == ("aa" * 16, 1)
    give(store, people, parent)
    [told] = bundle(store, parent.id)["happened"]
    assert told["action"] == 0


def test_a_parent_with_nothing_cleared_is_told_what_happened_and_their_phone_gets_it(
    house: House,
    store: Store,
    people: People,
    parent: Reader,
    plan: Plan,
    invited: Callable[[Reader], Phone],
) -> None:
    theirs = invited(parent)
    theirs.claim()
    round_trip(house)
    [his] = says(store, parent, "bb" * 16, answer("good-proud", "she sings"))
    give_outcome(store, people.worker, his, "done", "we heard")
    publish(store, people.chair, people.case.id)
    round_trip(house)
    got = {words["kind"]: words for words in theirs.reads()}
    assert set(got) == {"publication", "points"}
    assert (got["publication"]["letter"], got["publication"]["plan"]) == (None, None)
    assert [one["why"] for one in got["publication"]["happened"]] == ["we heard"]
    [point] = got["points"]["points"]
    assert [one["why"] for one in point["events"] if one["what"] == "outcome"] == ["we heard"]
    publish(store, people.chair, people.case.id)
    round_trip(house)
    assert theirs.reads() == []


def test_what_happened_keeps_the_meeting_after_which_it_was_first_told(
    store: Store, people: People, plan: Plan
) -> None:
    """KR-06: across meetings."""
    case, reader = people.case.id, people.young_person
    [first] = says(store, reader, "aa" * 16, answer("worry-home", "shouting"))
    give_outcome(store, people.worker, first, "done", "we talked")
    publish(store, people.worker, case)
    change_case(store, case, meeting=Meeting("2027-03-01"))
    [second] = says(store, reader, "bb" * 16, answer("worry-home", "still shouting"))
    give_outcome(store, people.worker, first, "done", "and we talked again")
    give_outcome(store, people.worker, second, "done", "we will")
    words = bundle(store, reader.id)
    assert words["meeting"] == "2027-03-01"
    assert [(one["why"], one["meeting"]) for one in words["happened"]] == [
        ("and we talked again", "2026-12-04"),
        ("we will", "2027-03-01"),
    ]
