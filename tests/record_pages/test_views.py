"""One young person's views: sections, audiences, states, and what staff say of them."""

import pytest

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from youthvoice.record.plans import Action, Plan, save_plan
from youthvoice.record.views import points_for
from youthvoice.record.views.handles import handle


@pytest.fixture
def views(council: Council) -> str:
    council.said(
        answer("good-proud", "My drawing"),
        answer("who-trust", "My gran", "worker"),
        answer("worry-home", "Shouting", "advocate"),
    )
    return f"/cases/{council.case.id}/views"


def handles(council: Council) -> list[str]:
    return [handle(one) for one in points_for(council.store, council.worker, council.case.id)]


def test_points_stand_in_the_forms_sections_with_lead_in_and_audience(
    views: str, worker: Desk
) -> None:
    page = worker.opens(views)
    assert [h2.text for h2 in page.all("h2")] == ["Who", "Worries", "Good things"]
    [who, worry, good] = [" ".join(one.text.split()) for one in page.all("article")]
    assert "Who I trust the most:" in who
    assert "My gran" in who
    assert "Only my worker" in who
    assert "My advocate" in worry
    assert "People at the meeting" in good
    assert "Not read yet" in good


def test_the_chair_sees_what_is_for_the_meeting_and_how_many_wait(views: str, chair: Desk) -> None:
    page = chair.opens(views)
    assert len(page.all("article")) == 1
    assert "2 more things were said that are not for the meeting." in page.text
    assert "2 of them wait for the worker’s answer." in page.text
    assert "gran" not in page.html
    assert "Shouting" not in page.html


def test_opening_the_page_marks_nothing(council: Council, views: str, worker: Desk) -> None:
    worker.opens(views)
    points = points_for(council.store, council.worker, council.case.id)
    assert not any(point.is_read for point in points)


def test_one_is_marked_as_read(council: Council, views: str, worker: Desk) -> None:
    worker.opens(views)
    page = worker.presses(views, read=handles(council)[0])
    assert "Marked as read." in page.text
    read = [point.is_read for point in points_for(council.store, council.worker, council.case.id)]
    assert read == [True, False, False]
    assert "Read by Grace Adeyemi, social worker, on" in page.text


def test_all_that_were_on_the_page_are_marked_and_nothing_that_came_since(
    council: Council, views: str, worker: Desk
) -> None:
    shown = worker.opens(views).values()["shown"]
    council.said(answer("good-well", "Came while reading"))
    page = worker.presses(views, read_all="1", shown=shown)
    assert "3 marked as read." in page.text
    unread = [
        point
        for point in points_for(council.store, council.worker, council.case.id)
        if not point.is_read
    ]
    assert [point.value["text"] for point in unread] == ["Came while reading"]


def test_one_was_talked_about(council: Council, views: str, worker: Desk) -> None:
    worker.opens(views)
    page = worker.presses(views, talked=handles(council)[1])
    assert "Talked about, says Grace Adeyemi, social worker, on" in page.text


def test_it_was_not_done_and_why(council: Council, views: str, worker: Desk) -> None:
    worker.opens(views)
    path = f"{views}/{handles(council)[0]}/outcome"
    page = worker.presses(path, expect=422, outcome="not_done", why=" ")
    assert page.all("title")[0].text.startswith("Error:")
    assert "Say why it was not done." in page.by_id("why-error").text
    assert page.with_class("govuk-error-summary")[0].all("a")[0].get("href") == "#why"
    page = worker.presses(path, outcome="not_done", why="Gran is\nin hospital")
    assert "Not done, says Grace Adeyemi, social worker, on" in page.text
    assert page.with_class("verbatim")[1].text == "Gran is\nin hospital"


def test_nothing_picked(council: Council, views: str, worker: Desk) -> None:
    path = f"{views}/{handles(council)[0]}/outcome"
    worker.opens(path)
    page = worker.presses(path, expect=422, outcome="", why="kept")
    assert "Pick what happened." in page.by_id("outcome-error").text
    assert page.value("why") == "kept"


def test_it_is_in_the_plan(council: Council, views: str, worker: Desk) -> None:
    plan = save_plan(
        council.store, council.worker, council.case.id, Plan(actions=[Action(plain="Gran visits")])
    )
    path = f"{views}/{handles(council)[0]}/outcome"
    assert "1. Gran visits" in worker.opens(path).text
    page = worker.presses(path, expect=422, outcome="in_plan", action="")
    assert "Pick the action" in page.by_id("action-error").text
    page = worker.presses(path, outcome="in_plan", action=plan.actions[0].id)
    assert "In the plan, says Grace Adeyemi, social worker" in page.text
    assert "(action 1)" in page.text


def test_an_answer_whose_action_was_removed_says_so(
    council: Council, views: str, worker: Desk
) -> None:
    plan = save_plan(
        council.store, council.worker, council.case.id, Plan(actions=[Action(plain="Gran visits")])
    )
    path = f"{views}/{handles(council)[0]}/outcome"
    worker.opens(path)
    worker.presses(path, outcome="in_plan", action=plan.actions[0].id)
    save_plan(
        council.store, council.worker, council.case.id, Plan(actions=[], revision=plan.revision)
    )
    assert "that action is not in the plan any more" in worker.opens(views).text


def test_who_has_read_it_is_a_person_not_a_name(views: str, council: Council) -> None:
    with council.store.write() as database:
        database.execute("UPDATE staff SET name = ?", [council.worker.name])
    worker, chair = (Desk(council).signs_in(one) for one in (council.worker, council.chair))
    worker.opens(views)
    worker.presses(views, read=handles(council)[2])
    page = chair.opens(views)
    [button] = [one for one in page.all("button") if one.get("name") == "read"]
    assert "I have read this" in button.text
    page = chair.presses(views, read=button.get("value"))
    assert [one for one in page.all("button") if one.get("name") == "read"] == []
