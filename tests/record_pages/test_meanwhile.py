"""Whatever two people can save at once: the second is told, sees both, and loses nothing.

Each thing that is saved over something: what the first types, what the second types, and where.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from tests.record_pages.page import Page
from youthvoice.record.cases import readers_of, young_person_of
from youthvoice.record.release import cleared_for
from youthvoice.record.tasks import tasks_of
from youthvoice.record.views import Point, points_for
from youthvoice.record.views.handles import handle

FIRST, SECOND = "FIRST-WORDS", "SECOND-WORDS"


@dataclass
class Both:
    """Where the form is and goes, what is typed into it, and which of its fields says so."""

    page: str
    to: str
    typed: Callable[[str], dict[str, str]]
    can_be_put_right: bool = True


def outcome(council: Council) -> Both:
    council.said(answer("good-proud", "My drawing"))
    path = f"/cases/{council.case.id}/views/{handle(only_point(council))}/outcome"
    return Both(path, path, lambda words: {"outcome": "not_done", "why": words})


def question(council: Council) -> Both:
    asked = answer("reply-ask@plan", "When?") | {"about": "The plan"}
    council.sent(
        young_person_of(council.store, council.case.id),
        {"kind": "views", "form": "reply", "written_on": "2026-11-20", "answers": [asked]},
    )
    path = f"/cases/{council.case.id}/views/{handle(only_point(council))}/outcome"
    return Both(path, path, lambda words: {"why": words})


def letter(council: Council) -> Both:
    path = f"/cases/{council.case.id}/letter"
    return Both(path, path, lambda words: {"text": words})


def plan(council: Council) -> Both:
    path = f"/cases/{council.case.id}/plan"
    return Both(path, path, lambda words: {"action_plain": words})


def details(council: Council) -> Both:
    path = f"/cases/{council.case.id}/details"
    return Both(path, path, lambda words: {"place": words})


def task(council: Council) -> Both:
    reader = young_person_of(council.store, council.case.id)
    council.sent(reader, {"kind": "ask", "what": "advocate", "on": "2026-11-20"})
    [made] = tasks_of(council.store, council.worker, council.case.id)
    page = f"/cases/{council.case.id}/tasks"
    to = f"{page}/{made.id}/done"
    return Both(page, to, lambda words: {"words": words}, can_be_put_right=False)


THINGS = [outcome, question, letter, plan, details, task]


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.__name__)
def test_the_second_is_told_sees_both_and_loses_nothing(
    council: Council, worker: Desk, chair: Desk, thing: Callable[[Council], Both]
) -> None:
    both = thing(council)
    mine, theirs = worker.opens(both.page), chair.opens(both.page)
    chair.sends(both.to, filled(theirs, both, FIRST))
    page = worker.sends(both.to, filled(mine, both, SECOND), 409)
    assert SECOND in page.html
    where_theirs_is = [one.get("href") for one in page.all("a") if one.get("target") == "_blank"]
    seen = page.html + "".join(worker.opens(path).html for path in where_theirs_is)
    assert FIRST in seen
    assert SECOND not in worker.opens(both.page).html, "nothing of theirs was overwritten"
    if both.can_be_put_right:
        worker.page = page
        worker.sends(both.to, filled(page, both, f"{FIRST} and {SECOND}"))
        assert f"{FIRST} and {SECOND}" in worker.opens(both.page).html


def filled(page: Page, both: Both, words: str) -> MultiDict[str, Any]:
    return MultiDict({**page.form_to(both.to), **both.typed(words)})


def test_ticks_for_one_reader_are_told_of_too(council: Council, worker: Desk, chair: Desk) -> None:
    path = f"/cases/{council.case.id}/release"
    parent = next(r for r in readers_of(council.store, council.case.id) if r.role == "parent")
    worker.opens(path)
    chair.opens(path)
    chair.presses(f"{path}/clear", reader=parent.id, item="plan")
    page = worker.presses(f"{path}/clear", expect=409, reader=parent.id, item="letter")
    assert cleared_for(council.store, parent) == {"plan"}
    assert "What stands around the actions" in page.text
    ticked = [one for one in page.all("input") if "checked" in one.attributes]
    assert [one.get("value") for one in ticked] == ["letter"]
    worker.presses(f"{path}/clear", reader=parent.id, item=["letter", "plan"], had="plan")
    assert cleared_for(council.store, parent) == {"plan", "letter"}


def test_an_answer_to_what_was_changed_meanwhile_is_not_given_unseen(
    council: Council, worker: Desk
) -> None:
    envelope = council.said(answer("good-proud", "My drawing"))
    path = f"/cases/{council.case.id}/views/{handle(only_point(council))}/outcome"
    page = worker.opens(path)
    council.said(answer("good-proud", "My poem") | {"instead_of": envelope})
    fields = MultiDict({**page.form_to(path), "outcome": "done", "why": SECOND})
    page = worker.sends(path, fields, 409)
    assert "It was changed or taken back by Amina." in page.text
    assert page.value("why") == SECOND


def test_what_was_done_meanwhile_is_not_handed_over(
    council: Council, worker: Desk, chair: Desk
) -> None:
    both = task(council)
    worker.opens(both.page)
    page = chair.opens(both.page)
    chair.sends(both.to, filled(page, both, FIRST))
    hand = both.to.replace("/done", "/hand")
    page = worker.presses(hand, expect=409, staff=council.chair.id)
    assert FIRST in page.text
    assert "It was done while this page was open" in page.text


def only_point(council: Council) -> Point:
    [point] = points_for(council.store, council.worker, council.case.id)
    return point
