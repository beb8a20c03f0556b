"""Answers to the plan, for staff: beside their action, and the questions that wait."""

from dataclasses import replace

import pytest

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from youthvoice.record.plans import Action, plan_of, save_plan
from youthvoice.record.views import points_for
from youthvoice.record.views.handles import handle

PLAIN = "We will get lights."


@pytest.fixture
def action(council: Council) -> str:
    """The id of the first of two actions."""
    plan = plan_of(council.store, council.case.id)
    actions = [Action(plain=PLAIN), Action(plain="Sam walks with you.")]
    saved = save_plan(
        council.store, council.worker, council.case.id, replace(plan, actions=actions)
    )
    return saved.actions[0].id


def replies(council: Council, *answers: dict[str, object]) -> None:
    council.said(*answers, form="reply")


def thinks(action: str, choice: str, text: str, audience: str = "meeting") -> dict[str, object]:
    value = {"choice": choice, "text": text}
    return answer(f"reply-think@{action}", value, audience) | {"about": PLAIN}


def asks(action: str, text: str, audience: str = "meeting") -> dict[str, object]:
    value = {"choice": "when", "text": text}
    return answer(f"reply-ask@{action}", value, audience) | {"about": PLAIN}


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_reply_is_among_what_was_said_with_what_it_is_about(
    council: Council, worker: Desk, action: str
) -> None:
    council.said(answer("good-proud", "My drawing"))
    replies(council, thinks(action, "change", "Not at night"))
    replies(council, asks("plan", "What is a core group?"))
    page = worker.opens(f"/cases/{council.case.id}/views")
    assert [h2.text for h2 in page.all("h2")] == ["Good things", "What you think of the plan"]
    [_drawing, wish, question] = [words(one.text) for one in page.all("article")]
    assert f"About action 1: {PLAIN}" in wish
    assert "I want this changed" in wish
    assert "Not at night" in wish
    assert "About the plan as a whole." in question
    assert "Answer this" in question


def test_replies_stand_beside_the_action_where_it_is_written(
    council: Council, worker: Desk, chair: Desk, action: str
) -> None:
    replies(council, thinks(action, "change", "Not at night"))
    replies(council, thinks("gone", "unsure", "For the worker", "worker"))
    page = worker.opens(f"/cases/{council.case.id}/plan")
    first, second = [words(one.text) for one in page.all("fieldset")]
    assert "Amina said:" in first
    assert "Not at night" in first
    assert "Amina said:" not in second
    assert "Answers that belong to no action above" in page.text
    assert "About an action that is not in the plan any more:" in page.text
    page = chair.opens(f"/cases/{council.case.id}/plan")
    assert "Not at night" in page.text
    assert "For the worker" not in page.html


def test_what_it_was_about_is_told_once_the_action_reads_differently(
    council: Council, worker: Desk, action: str
) -> None:
    replies(council, thinks(action, "change", "Not at night"))
    path = f"/cases/{council.case.id}/plan"
    assert "It was about these words:" not in worker.opens(path).text
    plan = plan_of(council.store, council.case.id)
    actions = [replace(plan.actions[0], plain="We will get lights by May."), plan.actions[1]]
    save_plan(council.store, council.worker, council.case.id, replace(plan, actions=actions))
    assert f"It was about these words: {PLAIN}" in words(worker.opens(path).text)


def test_a_question_is_on_the_list_of_cases_and_on_the_case_until_it_is_answered(
    council: Council, worker: Desk, chair: Desk, action: str
) -> None:
    replies(council, asks(action, "Will it be dark?", "worker"))
    line = "One question about the plan waits for an answer since"
    for desk in (worker, chair):
        for path in ("/", f"/cases/{council.case.id}/"):
            text = desk.opens(path).text
            assert line in text
            assert "Grace Adeyemi is to answer it." in text
            assert "Will it be dark?" not in text

    [question] = points_for(council.store, council.worker, council.case.id)
    path = f"/cases/{council.case.id}/views/{handle(question)}/outcome"
    page = worker.opens(path)
    assert "Will it be dark?" in page.text
    assert page.all("h1")[0].text == "Answer a question"
    page = worker.presses(path, expect=422, outcome="answered", why=" ")
    assert "Write the answer." in page.text
    page = worker.presses(path, outcome="answered", why="It is before dark, at 15:30.")
    assert "Kept. The answer is on its way to Amina." in page.text
    assert "It is before dark, at 15:30." in page.text
    assert "Change the answer" in page.text
    for desk in (worker, chair):
        assert line not in desk.opens("/").text
        assert line not in desk.opens(f"/cases/{council.case.id}/").text
