"""Every address there is, against everybody who might try it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.pdf.drawing import drawn, text
from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from youthvoice.record.alarms import raise_alarm
from youthvoice.record.cases import young_person_of
from youthvoice.record.invitations import invite
from youthvoice.record.pages import want_somebody
from youthvoice.record.reports import NewReport, keep_report
from youthvoice.record.reports.report import Doubt
from youthvoice.record.staff import Staff
from youthvoice.record.tasks import open_tasks
from youthvoice.record.views import points_for
from youthvoice.record.views.handles import handle

OPEN = {"/healthz", "/signed-out", "/static/build/<name>", "/sign-in/<token>"}
WITHOUT_A_CASE = {"/", "/alarms", "/alarms/<int:alarm_id>/seen", "/sign-out", "/cases/new"}
NO_PAGE = {
    "/cases/<case_id>/views/<point>/<any(voice, picture):part>",
    "/cases/<case_id>/reports/<report_id>/original",
    "/cases/<case_id>/reports/<report_id>/pages/<int:number>/picture",
    "/alarms/messages/<envelope>",
}
"""Bytes that somebody sent: their rules are in `test_attached.py`, `test_reports.py` and
`test_quarantine.py`.
"""
FOR_WORKERS = {"/alarms", "/cases/new"}
REPORT = NewReport("School report", "Ms Begum", "school", "", ["She comes every day."])
REPORT = replace(REPORT, original=drawn(text("She comes.")), doubts=[Doubt(1, ["order"], 0, 1)])


@pytest.fixture
def names(council: Council) -> dict[str, str]:
    """What every address needs, all of it real."""
    envelope = council.said(answer("good-proud", "My drawing"))
    raise_alarm(council.store, "does_not_open", envelope=envelope)
    [point] = points_for(council.store, council.worker, council.case.id)
    reader = young_person_of(council.store, council.case.id)
    council.sent(reader, {"kind": "ask", "what": "advocate", "on": "2026-11-20"})
    [task] = open_tasks(council.store, council.worker, council.case.id)
    return {
        "case_id": council.case.id,
        "reader_id": reader.id,
        "invitation_id": invite(council.house, reader.id).id,
        "report_id": keep_report(council.store, council.worker, council.case.id, REPORT).id,
        "point": handle(point),
        "task_id": task.id,
        "part": "voice",
        "alarm_id": "1",
        "number": "1",
        "envelope": council.sent(reader, {"kind": "later"}),
        "token": "nonsense",
        "name": "nothing.css",
    }


def paths(council: Council, names: dict[str, str], method: str) -> Iterator[tuple[str, str]]:
    """Every rule that answers to that method, with its address."""
    for rule in council.app.url_map.iter_rules():
        assert rule.methods is not None
        if method in rule.methods:
            with council.app.test_request_context():
                values = {one: names[one] for one in rule.arguments}
                yield rule.rule, council.app.url_map.bind("").build(rule.endpoint, values, method)


def test_every_page_asks_a_stranger_to_sign_in(
    council: Council, names: dict[str, str], stranger_at_the_door: Desk
) -> None:
    tried = [(rule, path) for rule, path in paths(council, names, "GET") if rule not in OPEN]
    assert len(tried) >= 10
    for _rule, path in tried:
        assert stranger_at_the_door.opens(path, expect=401).heading == "Please sign in"


@pytest.fixture
def forgetful(council: Council) -> str:
    """The address of a page that forgets to ask who is there."""
    council.app.add_url_rule("/forgetful", "builtin_forgetful", lambda: "everything")
    return "/forgetful"


def test_a_page_that_forgets_to_ask_is_shut_all_the_same(
    forgetful: str, stranger_at_the_door: Desk, council: Council
) -> None:
    assert stranger_at_the_door.opens(forgetful, expect=401).heading == "Please sign in"
    worker = Desk(council).signs_in(council.worker)
    assert worker.client.get(forgetful).text == "everything"


def test_the_check_above_notices_that_nobody_guards_the_door(
    council: Council, forgetful: str, stranger_at_the_door: Desk
) -> None:
    council.app.before_request_funcs[None].remove(want_somebody)
    assert stranger_at_the_door.client.get(forgetful).status_code == 200


def test_no_page_of_a_case_opens_for_staff_who_have_no_part_in_it(
    council: Council, names: dict[str, str], stranger: Desk
) -> None:
    of_a_case = [p for r, p in paths(council, names, "GET") if r not in OPEN | WITHOUT_A_CASE]
    assert len(of_a_case) >= 8
    for path in of_a_case:
        assert stranger.opens(path, expect=404).heading == "There is no such page"


def test_no_button_of_a_case_works_for_staff_who_have_no_part_in_it(
    council: Council, names: dict[str, str], stranger: Desk
) -> None:
    stranger.opens("/")
    for rule, path in paths(council, names, "POST"):
        if rule not in OPEN | WITHOUT_A_CASE:
            stranger.presses(path, expect=404)


@pytest.mark.parametrize("role", ["worker", "chair"])
def test_every_page_of_a_case_opens_for_its_worker_and_its_chair(
    council: Council, names: dict[str, str], role: str
) -> None:
    staff: Staff = getattr(council, role)
    desk = Desk(council).signs_in(staff)
    for rule, path in paths(council, names, "GET"):
        if rule not in OPEN | FOR_WORKERS | NO_PAGE:
            desk.opens(path)


def test_a_reader_of_another_case_is_not_reached_through_mine(
    council: Council, worker: Desk
) -> None:
    other = young_person_of(council.store, council.other_case.id)
    worker.opens(f"/cases/{council.case.id}/preview/{other.id}", expect=404)
    worker.opens(f"/cases/{council.case.id}/readers/{other.id}/invitation", expect=404)


def test_a_point_that_the_chair_may_not_see_is_not_there_for_the_chair(
    council: Council, chair: Desk
) -> None:
    council.said(answer("good-proud", "PRIVATE-CANARY", "worker"))
    [point] = points_for(council.store, council.worker, council.case.id)
    views = f"/cases/{council.case.id}/views"
    assert "PRIVATE-CANARY" not in chair.opens(views).html
    chair.opens(f"{views}/{handle(point)}/outcome", expect=404)
    chair.presses(views, expect=404, read=handle(point))
    chair.presses(f"{views}/{handle(point)}/outcome", expect=404, outcome="done")


def test_alarms_are_for_workers(chair: Desk, worker: Desk) -> None:
    assert chair.opens("/alarms", expect=403).heading == "This page is not for your role"
    worker.opens("/alarms")


def test_no_button_works_without_the_token_of_its_page(
    council: Council, names: dict[str, str], worker: Desk
) -> None:
    tried = list(paths(council, names, "POST"))
    assert len(tried) >= 9
    for rule, path in tried:
        if rule in OPEN:
            continue  # the way in: `test_sign_in.py`
        page = worker.looks_at(worker.client.post(path, data={"text": "typed"}), 400)
        assert page.heading == "Not saved yet, and nothing is lost"


def test_what_is_static_is_cached_and_nothing_else(
    council: Council, stranger_at_the_door: Desk
) -> None:
    page = stranger_at_the_door.opens("/", expect=401)
    [style] = [link.get("href") for link in page.all("link") if link.get("rel") == "stylesheet"]
    answer = stranger_at_the_door.client.get(style)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    missing = stranger_at_the_door.client.get("/static/build/nothing.css")
    assert missing.status_code == 404
    assert missing.headers["Cache-Control"] == "no-store"
    answer.close()


def test_healthz(stranger_at_the_door: Desk) -> None:
    answer = stranger_at_the_door.client.get("/healthz")
    assert (answer.status_code, answer.get_json()) == (200, {"ok": True})
