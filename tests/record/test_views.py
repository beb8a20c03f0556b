"""Points: who sees them, who read them, what became of them, what the young person is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.record.conftest import Clock, People
from tests.record.looking import publish
from tests.record.phone import Phone, answer
from youthvoice.questions.views import VIEWS
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip
from youthvoice.record.owed import owe_reader
from youthvoice.record.plans import Action, plan_of, save_plan
from youthvoice.record.staff.access import NotYours
from youthvoice.record.store import Store
from youthvoice.record.views import (
    BadOutcome,
    Hidden,
    arrived,
    give_outcome,
    hidden_from,
    mark_read,
    mark_talked,
    points_for,
)


@pytest.fixture
def said(house: House, phone: Phone) -> dict[str, str]:
    """Ids by audience, of three points in one sending."""
    sent = phone.says(
        answer("meeting-ask", "ask me", "meeting"),
        answer("worry-home", "shouting", "worker"),
        answer("who-trust", "gran", "advocate"),
    )
    round_trip(house)
    phone.reads()
    asked = {"meeting": "meeting-ask", "worker": "worry-home", "advocate": "who-trust"}
    return {audience: f"{sent}:{question}" for audience, question in asked.items()}


def test_the_worker_sees_all_in_the_order_of_the_form(
    store: Store, people: People, said: dict[str, str]
) -> None:
    found = points_for(store, people.worker, people.case.id)
    assert [point.id for point in found] == [said["advocate"], said["worker"], said["meeting"]]
    assert [point.section.id for point in found if point.section] == ["who", "worries", "meeting"]
    assert found[0].lead_in(str.upper) == "WHO I TRUST THE MOST:"


def test_the_chair_sees_what_is_for_the_meeting_and_the_number_of_the_rest(
    store: Store, people: People, said: dict[str, str]
) -> None:
    found = points_for(store, people.chair, people.case.id)
    assert [point.id for point in found] == [said["meeting"]]
    assert hidden_from(store, people.chair, people.case.id) == Hidden(2, 2)
    give_outcome(store, people.worker, said["worker"], "done")
    assert hidden_from(store, people.chair, people.case.id) == Hidden(2, 1)
    assert hidden_from(store, people.worker, people.case.id) == Hidden(0, 0)


def test_nobody_marks_what_they_may_not_see(
    store: Store, people: People, said: dict[str, str]
) -> None:
    for by, point in (
        (people.chair, said["worker"]),
        (people.stranger, said["meeting"]),
        (people.worker, "no:point"),
    ):
        with pytest.raises(NotYours):
            mark_read(store, by, [point])
        with pytest.raises(NotYours):
            mark_talked(store, by, [point])
        with pytest.raises(NotYours):
            give_outcome(store, by, point, "done")
    with pytest.raises(NotYours):
        points_for(store, people.stranger, people.case.id)
    with pytest.raises(NotYours):
        hidden_from(store, people.stranger, people.case.id)
    assert store.rows("SELECT * FROM events") == []


def test_marking_a_list_with_one_that_is_not_visible_marks_none(
    store: Store, people: People, said: dict[str, str]
) -> None:
    with pytest.raises(NotYours):
        mark_read(store, people.chair, [said["meeting"], said["worker"]])
    assert store.rows("SELECT * FROM events") == []


def test_the_phone_is_told_who_read_it_and_talked_about_it(
    house: House, store: Store, people: People, phone: Phone, said: dict[str, str]
) -> None:
    mark_read(store, people.worker, [said["meeting"]])
    mark_read(store, people.worker, [said["meeting"]])
    mark_read(store, people.chair, [said["meeting"]])
    mark_talked(store, people.chair, [said["meeting"]])
    round_trip(house)
    points = phone.reads_last("points")["points"]
    events = next(p["events"] for p in points if p["question"] == "meeting-ask")
    assert [(e["what"], e["name"], e["role"]) for e in events] == [
        ("received", "", ""),
        ("read", "Grace Adeyemi", "worker"),
        ("read", "Siân Hughes", "chair"),
        ("talked", "Siân Hughes", "chair"),
    ]
    assert {e["on"] for e in events} == {store.today().isoformat()}


def test_a_state_is_the_furthest_that_a_point_has_come(
    store: Store, people: People, said: dict[str, str]
) -> None:
    def state() -> str:
        points = points_for(store, people.worker, people.case.id)
        return next(point.state for point in points if point.id == said["worker"])

    assert state() == "received"
    mark_read(store, people.worker, [said["worker"]])
    assert state() == "read"
    mark_talked(store, people.worker, [said["worker"]])
    assert state() == "talked"
    give_outcome(store, people.worker, said["worker"], "not_done", "not yet possible")
    assert state() == "outcome"


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("unknown_outcome", ("forgotten",)),
        ("why_needed", ("not_done",)),
        ("why_needed", ("not_done", "  ")),
        ("action_needed", ("in_plan",)),
        ("action_needed", ("in_plan", "", "no such action")),
    ],
)
def test_an_outcome_that_says_too_little_is_refused(
    store: Store, people: People, said: dict[str, str], code: str, given: tuple[str, ...]
) -> None:
    with pytest.raises(BadOutcome) as refused:
        give_outcome(store, people.worker, said["worker"], *given)
    assert refused.value.code == code
    assert store.rows("SELECT * FROM events") == []


def test_the_last_outcome_counts_and_is_told_only_when_published(
    house: House,
    store: Store,
    people: People,
    phone: Phone,
    said: dict[str, str],
    ready: Callable[[], None],
) -> None:
    def told() -> list[str]:
        owe_reader(store, people.young_person.id, "points")
        round_trip(house)
        points = phone.reads_last("points")["points"]
        events = next(p["events"] for p in points if p["question"] == "worry-home")
        return [e["outcome"] for e in events if e["what"] == "outcome"]

    ready()
    give_outcome(store, people.worker, said["worker"], "not_done", "later")
    give_outcome(store, people.worker, said["worker"], "done", "it stopped")
    assert told() == []
    publish(store, people.chair, people.case.id)
    assert told() == ["done"]
    give_outcome(store, people.worker, said["worker"], "not_done", "it did not stop")
    assert told() == ["done"]


def test_an_outcome_in_a_plan_whose_action_is_gone_counts_for_none(
    store: Store, people: People, said: dict[str, str]
) -> None:
    case = people.case.id
    plan = save_plan(store, people.chair, case, replace(plan_of(store, case), actions=[LIGHTS]))
    give_outcome(store, people.worker, said["worker"], "in_plan", "", plan.actions[0].id)
    assert hidden_from(store, people.chair, case).without_outcome == 1
    save_plan(store, people.chair, case, replace(plan, actions=[]))
    assert hidden_from(store, people.chair, case).without_outcome == 2


LIGHTS = Action(action="Lights in the park", plain="We will get lights")


def test_a_view_that_nobody_read_is_late_after_two_working_days(
    house: House, store: Store, people: People, phone: Phone, clock: Clock
) -> None:
    clock.moment = datetime(2026, 11, 20, 12, tzinfo=UTC)
    sent = phone.says(answer("worry-home", "shouting"), answer("meeting-ask", "x", "meeting"))
    round_trip(house)

    def row() -> tuple[int, int, int]:
        one = arrived(store, people.worker, working_days=2)[0]
        return one.points, one.unread, one.late

    assert row() == (2, 2, 0)
    clock.moment += timedelta(days=4)
    assert row() == (2, 2, 0)
    clock.moment += timedelta(days=1)
    assert row() == (2, 2, 2)
    assert arrived(store, people.chair)[0].late == 1
    mark_read(store, people.worker, [f"{sent}:worry-home"])
    assert row() == (2, 1, 1)


def test_nobody_hears_of_the_arrivals_of_others(
    store: Store, people: People, said: dict[str, str]
) -> None:
    assert arrived(store, people.stranger) == []
    assert arrived(store, people.worker)[0].oldest_unread == store.today()


def test_more_words_than_an_envelope_holds_still_reach_the_phone(
    house: House, people: People, phone: Phone
) -> None:
    long = "😀" * 10_000
    for _ in range(3):
        asked = [question.id for question in VIEWS if question.kind == "words"][-9:]
        phone.says(*(answer(question, long) for question in asked), answer("who-visits", "gran"))
    round_trip(house)
    points = phone.reads_last("points")["points"]
    assert len(points) == 30
    assert [p["value"] for p in points if p["question"] == "who-visits"] == [{"text": "gran"}] * 3
    assert {p["value"].get("text", "") for p in points} == {"", "gran", long}
