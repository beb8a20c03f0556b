"""The plan editor: seven columns, a plain-words twin, and nothing typed is ever lost."""

from typing import Any

from werkzeug.datastructures import MultiDict

from tests.record_pages.council import Council
from tests.record_pages.desk import Desk
from tests.record_pages.page import Page
from youthvoice.record.plans import Action, Plan, plan_of, save_plan

COLUMNS = [
    "What are we worried about?",
    "What action or support is needed?",
    "Say it in plain words for Amina",
    "Who is going to do it?",
    "Timescale (start)",
    "Review date",
    "How will we know when things are safe enough? (safety goals)",
    "Progress (kept by the social worker)",
]
ACTION = {
    "action_id": "",
    "action_worry": "Going missing",
    "action_action": "Safe route agreed",
    "action_plain": "We walk home with you",
    "action_who": "Sam Osei",
    "action_start": "2026-12-07",
    "action_review": "2027-01-11",
    "action_safe_enough": "Home by nine",
    "action_progress": "Not begun",
}


def path(council: Council) -> str:
    return f"/cases/{council.case.id}/plan"


def three(council: Council) -> None:
    actions = [Action(plain=name) for name in ("one", "two", "three")]
    save_plan(council.store, council.worker, council.case.id, Plan(actions=actions))


def sent(page: Page, **changes: Any) -> MultiDict[str, Any]:
    return MultiDict(page.values() | changes)


def plains(council: Council) -> list[str]:
    return [action.plain for action in plan_of(council.store, council.case.id).actions]


def test_the_columns_are_those_of_the_paper(council: Council, worker: Desk) -> None:
    page = worker.opens(path(council))
    [fieldset] = page.all("fieldset")
    assert [" ".join(one.text.split()) for one in fieldset.all("label")] == COLUMNS
    assert "Professionals and parents come 30 minutes before the start." in page.text


def test_an_empty_plan_begins_with_what_the_case_knows(council: Council, worker: Desk) -> None:
    page = worker.opens(path(council))
    assert (page.value("name"), page.value("chair")) == ("Amina", "Siân Hughes")


def test_a_plan_is_saved_whole(council: Council, worker: Desk) -> None:
    page = worker.opens(path(council))
    page = worker.sends(path(council), sent(page, **ACTION, visits="Weekly", review="3 March"))
    assert "The plan is saved." in page.text
    plan = plan_of(council.store, council.case.id)
    [action] = plan.actions
    kept = {f"action_{name}": value for name, value in vars(action).items()}
    assert kept | {"action_id": ""} == ACTION
    assert (plan.visits, plan.review) == ("Weekly", "3 March")


def test_what_stands_around_the_actions_is_kept_as_it_was_typed(
    council: Council, worker: Desk
) -> None:
    """L-14, N-24, N-25."""
    page = worker.opens(path(council))
    typed = {
        "risk": "Somebody could hurt you in the park",
        "must_change": "You are not alone there.\nJo walks with you.",
        "if_not": "We meet again",
        "visits": "Every two weeks",
        "visits_by": "Sam Osei",
        "core_group": "The Old Library",
        "core_group_on": "2026-12-15",
        "core_group_at": "16:00",
        "contingency": "Call Sam",
        "review": "The Old Library, upstairs",
        "review_on": "2027-03-01",
        "review_at": "09:30",
    }
    page = worker.sends(path(council), sent(page, **typed))
    saved = vars(plan_of(council.store, council.case.id))
    assert {name: saved[name] for name in typed} == typed
    assert {name: page.value(name) for name in typed} == typed


def test_a_day_or_a_time_that_is_none_is_said_to_be(council: Council, worker: Desk) -> None:
    page = worker.opens(path(council))
    wrong = {"core_group_on": "next week", "core_group_at": "25:00", "review_on": "2027-02-29"}
    wrong |= {"review_at": "4 pm"}
    page = worker.sends(path(council), sent(page, **wrong), 422)
    assert "“next week” is not a date." in page.by_id("core_group_on-error").text
    assert "“25:00” is not a time. Write it like 16:00." in page.by_id("core_group_at-error").text
    assert "“2027-02-29” is not a date." in page.by_id("review_on-error").text
    assert "“4 pm” is not a time." in page.by_id("review_at-error").text
    links = [one.get("href") for one in page.with_class("govuk-error-summary")[0].all("a")]
    assert links == ["#core_group_on", "#core_group_at", "#review_on", "#review_at"]
    assert {name: page.value(name) for name in wrong} == wrong
    assert plan_of(council.store, council.case.id).revision == 0


def test_an_action_is_added(council: Council, worker: Desk) -> None:
    three(council)
    page = worker.opens(path(council))
    page = worker.sends(path(council), sent(page, do="add"))
    assert page.values()["action_plain"] == ["one", "two", "three", ""]


def test_actions_are_moved_and_removed(council: Council, worker: Desk) -> None:
    three(council)
    page = worker.opens(path(council))
    page = worker.sends(path(council), sent(page, do="up-3"))
    assert plains(council) == ["one", "three", "two"]
    page = worker.sends(path(council), sent(page, do="down-1"))
    assert plains(council) == ["three", "one", "two"]
    worker.sends(path(council), sent(page, do="remove-2"))
    assert plains(council) == ["three", "two"]


def test_a_move_that_cannot_be_is_only_a_saving(council: Council, worker: Desk) -> None:
    three(council)
    for wish in ("up-1", "down-3", "remove-9", "up-", "burn-1", "remove-0"):
        page = worker.opens(path(council))
        worker.sends(path(council), sent(page, do=wish))
        assert plains(council) == ["one", "two", "three"], wish


def test_moving_keeps_what_was_typed_and_not_saved(council: Council, worker: Desk) -> None:
    three(council)
    page = worker.opens(path(council))
    typed = sent(page, do="up-2", action_plain=["one", "two, typed", "three"])
    worker.sends(path(council), typed)
    assert plains(council) == ["two, typed", "one", "three"]


def test_everything_typed_survives_an_error(council: Council, worker: Desk) -> None:
    page = worker.opens(path(council))
    wrong = ACTION | {"action_review": "2026-12-01"}
    typed = sent(page, **wrong, visits="Weekly\n and on Sunday", contingency="<b>B</b>")
    page = worker.sends(path(council), typed, 422)
    found = {name: values[0] for name, values in page.values().items()}
    assert found | wrong == found
    assert (found["visits"], found["contingency"]) == ("Weekly\n and on Sunday", "<b>B</b>")
    assert "the review date is before its start" in page.by_id("action-1-review-error").text
    [link] = page.with_class("govuk-error-summary")[0].all("a")
    assert link.get("href") == "#action-1-review"
    assert plains(council) == []


def test_dates_that_are_none_and_words_without_end(council: Council, worker: Desk) -> None:
    page = worker.opens(path(council))
    wrong = ACTION | {"action_start": "soon", "action_worry": "x" * 10_001}
    page = worker.sends(path(council), sent(page, **wrong, on="2026-02-30"), 422)
    links = [one.get("href") for one in page.with_class("govuk-error-summary")[0].all("a")]
    assert links == ["#on", "#action-1-worry", "#action-1-start"]
    assert page.value("action_worry") == "x" * 10_001


def test_two_who_write_at_once_lose_nothing(council: Council, worker: Desk, chair: Desk) -> None:
    mine, theirs = worker.opens(path(council)), chair.opens(path(council))
    chair.sends(path(council), sent(theirs, action_plain="theirs"))
    page = worker.sends(path(council), sent(mine, action_plain="mine"), 409)
    assert "Somebody else saved this while you were writing" in page.text
    assert page.value("action_plain") == "mine"
    assert plains(council) == ["theirs"]
    worker.sends(path(council), sent(page))
    assert plains(council) == ["mine"]


def test_line_ends_are_plain(council: Council, worker: Desk) -> None:
    page = worker.opens(path(council))
    worker.sends(path(council), sent(page, action_plain="a\r\nb"))
    assert plains(council) == ["a\nb"]
