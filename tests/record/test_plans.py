"""The plan as it is written."""

from dataclasses import asdict, replace

import pytest

from tests.record.conftest import People
from youthvoice.record.drafts import StaleDraft, save_draft
from youthvoice.record.plans import Action, Plan, plan_of, save_plan
from youthvoice.record.staff.access import NotYours
from youthvoice.record.store import Store

LIGHTS = Action(
    worry="The park is dark",
    action="Request lighting",
    plain="We will ask for lights in the park",
    who="Sam Osei",
    start="2026-12-07",
    review="2027-01-11",
    safe_enough="Amina walks home without fear",
    progress="Asked",
)

AROUND = Plan(
    name="Amina",
    chair="Siân",
    on="2026-12-04",
    risk="Somebody could hurt you in the park",
    must_change="You are not there alone after dark. Jo walks with you.",
    if_not="We meet again within two days",
    visits="weekly",
    visits_by="Sam Osei",
    core_group="The Old Library",
    core_group_on="2026-12-15",
    core_group_at="16:00",
    contingency="plan B",
    review="The Old Library, upstairs",
    review_on="2027-03-01",
    review_at="15:30",
)


def test_a_plan_begins_with_what_the_case_knows(store: Store, people: People) -> None:
    begun = plan_of(store, people.case.id)
    assert (begun.name, begun.chair, begun.on) == ("Amina", "Siân Hughes", "2026-12-04")
    assert (begun.actions, begun.revision) == ([], 0)


def test_every_column_comes_back_as_it_was_saved(store: Store, people: People) -> None:
    written = replace(AROUND, actions=[LIGHTS])
    saved = save_plan(store, people.chair, people.case.id, written)
    assert plan_of(store, people.case.id) == saved
    assert replace(saved.actions[0], id="") == LIGHTS
    assert replace(saved, actions=written.actions, revision=0) == written


def test_a_draft_that_is_older_than_a_field_still_opens(store: Store, people: People) -> None:
    older = {"name": "Amina", "chair": "Siân", "on": "2026-12-04", "visits": "weekly"}
    older |= {"core_group": "The library", "contingency": "plan B", "review": "3 March, 16:00"}
    actions = [asdict(replace(LIGHTS, id="lights"))]
    save_draft(store, people.case.id, "plan", older | {"actions": actions}, revision=0)
    opened = plan_of(store, people.case.id)
    assert (opened.review, opened.review_on, opened.risk) == ("3 March, 16:00", "", "")
    assert opened.actions == [replace(LIGHTS, id="lights")]
    saved = save_plan(store, people.chair, people.case.id, replace(opened, review_on="2027-03-03"))
    assert plan_of(store, people.case.id) == saved


def test_an_action_keeps_its_id_when_it_moves(store: Store, people: People) -> None:
    case = people.case.id
    first = save_plan(store, people.chair, case, Plan(actions=[LIGHTS, replace(LIGHTS, who="A")]))
    turned = replace(first, actions=first.actions[::-1])
    assert save_plan(store, people.worker, case, turned).actions == first.actions[::-1]
    assert first.actions[0].id != first.actions[1].id


def test_an_id_that_stands_twice_is_given_once(store: Store, people: People) -> None:
    twice = [replace(LIGHTS, id="same"), replace(LIGHTS, id="same")]
    saved = save_plan(store, people.chair, people.case.id, Plan(actions=twice))
    assert len({action.id for action in saved.actions}) == 2


def test_empty_actions_are_left_out(store: Store, people: People) -> None:
    plan = Plan(actions=[Action(worry="  "), LIGHTS, Action(id="old")])
    saved = save_plan(store, people.chair, people.case.id, plan)
    assert [action.worry for action in saved.actions] == ["The park is dark"]


def test_whoever_saves_over_somebody_else_is_told(store: Store, people: People) -> None:
    read = plan_of(store, people.case.id)
    save_plan(store, people.worker, people.case.id, replace(read, visits="weekly"))
    with pytest.raises(StaleDraft):
        save_plan(store, people.chair, people.case.id, replace(read, visits="monthly"))
    assert plan_of(store, people.case.id).visits == "weekly"


def test_a_stranger_saves_nothing(store: Store, people: People) -> None:
    with pytest.raises(NotYours):
        save_plan(store, people.stranger, people.case.id, Plan(actions=[LIGHTS]))
    assert plan_of(store, people.case.id).actions == []
