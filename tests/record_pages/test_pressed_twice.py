"""Every button, pressed again and pressed by two hands at once, makes what it makes one time.

The buttons are found from the map of addresses: one that is in no row here fails.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.record.looking import share
from tests.record_pages.council import Council, answer, open_council
from tests.record_pages.desk import Desk
from tests.record_pages.page import Page
from youthvoice.record.alarms import raise_alarm
from youthvoice.record.cases import all_cases, readers_of, young_person_of
from youthvoice.record.invitations import invite, sent_to
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.mailroom import round_trip
from youthvoice.record.plans import Action, Plan, save_plan
from youthvoice.record.reports import NewReport, keep_report
from youthvoice.record.reports.report import Doubt, reports_of
from youthvoice.record.tasks import open_tasks
from youthvoice.record.views import give_outcome, points_for
from youthvoice.record.views.handles import handle

HANDS = 4
REPORT = NewReport("School report", "Ms Begum", "school", "", ["She comes every day."])
IN_DOUBT = replace(REPORT, doubts=[Doubt(1, ["order"], 0, 1)])
OUTCOME = {"outcome": "done", "why": "It is done now"}


@dataclass
class Form:
    """Where its page is (else where it goes), and what is filled in beside what stands there."""

    page: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    goes_to: str = "report_id"
    """Which of the two reports it is of."""


FORMS = {
    "/sign-in/<token>": Form(),
    "/sign-out": Form("/"),
    "/cases/new": Form("", {"name": "Zed", "chair": "{chair}"}),
    "/cases/<case_id>/details": Form("", {"place": "The hall"}),
    "/cases/<case_id>/readers/new": Form("", {"role": "parent", "name": "Yusuf"}),
    "/cases/<case_id>/readers/<reader_id>/invitation": Form(),
    "/cases/<case_id>/invitations/<invitation_id>/revoke": Form("/cases/{case_id}/"),
    "/cases/<case_id>/invitations/<invitation_id>/right": Form("/cases/{case_id}/"),
    "/cases/<case_id>/views": Form("", {"read": "{point}", "talked": "{point}"}),
    "/cases/<case_id>/views/<point>/outcome": Form("", OUTCOME),
    "/cases/<case_id>/plan": Form("", {"action_plain": "We meet you", "do": "add"}),
    "/cases/<case_id>/letter": Form("", {"text": "Dear Amina, we heard you."}),
    "/cases/<case_id>/release": Form("/cases/{case_id}/release/look", {"looked": "yes"}),
    "/cases/<case_id>/release/clear": Form("/cases/{case_id}/release", {"item": "letter"}),
    "/cases/<case_id>/reports/new": Form(
        "", {"title": "Police report", "writer": "PC Lee", "role": "police", "text": "All well."}
    ),
    "/cases/<case_id>/reports/<report_id>/share": Form(
        "/cases/{case_id}/reports/{report_id}/look/{reader_id}", {"looked": "yes"}
    ),
    "/cases/<case_id>/reports/<report_id>/withdraw": Form("/cases/{case_id}/reports/{report_id}"),
    "/cases/<case_id>/reports/<report_id>/talked": Form(
        "/cases/{case_id}/reports/{report_id}",
        {"with": "{reader_id}", "by": "Ms Begum", "how": "phone", "on": "2026-11-20"},
    ),
    "/cases/<case_id>/reports/<report_id>/pages/<int:number>": Form(
        "/cases/{case_id}/reports/{doubtful_id}/pages/{number}", goes_to="doubtful_id"
    ),
    "/alarms/<int:alarm_id>/seen": Form("/alarms"),
    "/cases/<case_id>/tasks/<task_id>/hand": Form("/cases/{case_id}/tasks", {"staff": "{chair}"}),
    "/cases/<case_id>/tasks/<task_id>/done": Form("/cases/{case_id}/tasks", {"words": "OK"}),
}
"""By the rule of the address that the form goes to."""


@dataclass
class Pressing:
    """A form that is open and filled in, and the window that it is open in."""

    council: Council
    window: FlaskClient
    path: str
    sent: MultiDict[str, Any]

    def press(self, window: FlaskClient | None = None) -> TestResponse:
        return (window or self.window).post(self.path, data=self.sent)

    def another_hand(self) -> FlaskClient:
        """The same window, as it was before any answer came."""
        client = self.council.app.test_client()
        cookie = self.window.get_cookie("youthvoice")
        assert cookie
        client.set_cookie("youthvoice", cookie.value)
        return client


def opened(council: Council, rule: str) -> Pressing:
    """Everything that the form needs is there."""
    names = _names(council)
    names["report_id"] = names[FORMS[rule].goes_to]
    desk = Desk(council)
    if rule != "/sign-in/<token>":
        desk.signs_in(council.worker)
    path = _filled(rule.replace("<int:", "<").replace("<", "{").replace(">", "}"), names)
    page = desk.opens(_filled(FORMS[rule].page, names) or path)
    sent = MultiDict(page.form_to(path))
    for name, value in FORMS[rule].fields.items():
        sent[name] = _filled(value, names)
    return Pressing(council, desk.client, path, sent)


def _filled(text: str, names: dict[str, str]) -> str:
    return text.format(**names)


def _names(council: Council) -> dict[str, str]:
    store, by, case = council.store, council.worker, council.case.id
    envelope = council.said(answer("good-proud", "My drawing"))
    raise_alarm(store, "does_not_open", envelope=envelope)
    save_letter(store, by, case, Letter("Dear Amina"))
    save_plan(store, by, case, Plan(name="Amina", actions=[Action(worry="w", plain="We walk")]))
    [point] = points_for(store, by, case)
    give_outcome(store, by, point.id, "done", why="It is done")
    young_person = young_person_of(store, case)
    council.sent(young_person, {"kind": "ask", "what": "advocate", "on": "2026-11-20"})
    [task] = open_tasks(store, by, case)
    report = keep_report(store, by, case, REPORT)
    share(store, by, case, report.id, [council.advocate.id])
    return {
        "case_id": case,
        "reader_id": young_person.id,
        "invitation_id": _in_use(council, invite(council.house, young_person.id).id),
        "report_id": report.id,
        "doubtful_id": keep_report(store, by, case, IN_DOUBT).id,
        "number": "1",
        "point": handle(point),
        "task_id": task.id,
        "alarm_id": "1",
        "token": council.link(by).rpartition("/")[2],
        "chair": council.chair.id,
    }


def _in_use(council: Council, invitation: str) -> str:
    """A phone has claimed it, and since a restore nobody knows whether it is still right."""
    row = council.store.row("SELECT * FROM invitations WHERE id = ?", [invitation])
    assert row
    box = {name: row[name] for name in ("box", "reader", "keys_serial")}
    box |= {"invitation": invitation, "is_unsure": 1}
    with council.store.write() as database:
        now = council.store.now().isoformat()
        database.execute("UPDATE invitations SET claimed_at = ?", [now])
        device = dict.fromkeys(("agreement", "signing", "token_sha256"), "00")
        database.table("boxes").insert(box | device)
    return invitation


def kept(council: Council) -> list[str]:
    """Everything that the record keeps."""
    with closing(sqlite3.connect(council.store.path)) as database:
        return list(database.iterdump())


def counted(council: Council) -> dict[str, int]:
    """How many rows each table has."""
    with closing(sqlite3.connect(council.store.path)) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        sql = "SELECT count(*) FROM "
        return {name: database.execute(sql + name).fetchone()[0] for (name,) in tables}


def told(given: TestResponse) -> tuple[int, str, bytes]:
    """The answer, as whoever pressed sees it."""
    shown = b"" if given.headers.get("Location") else given.data
    return given.status_code, given.headers.get("Location", ""), shown


def at_once(press: Callable[[FlaskClient], TestResponse], hands: list[FlaskClient]) -> list[Any]:
    """What each hand gets that pressed at the same moment."""
    ready, answers = threading.Barrier(len(hands)), []

    def one(hand: FlaskClient) -> None:
        ready.wait()
        answers.append(told(press(hand)))

    threads = [threading.Thread(target=one, args=[hand]) for hand in hands]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def rules(council: Council) -> Iterator[str]:
    """Every address that answers a button."""
    for rule in council.app.url_map.iter_rules():
        if "POST" in (rule.methods or ()):
            yield rule.rule


def test_no_button_is_left_out(council: Council) -> None:
    assert set(rules(council)) == set(FORMS)


@pytest.mark.parametrize("rule", FORMS)
def test_pressed_again_it_answers_the_same_and_makes_nothing(council: Council, rule: str) -> None:
    """Once more because the answer was lost on the way; and once more after it had come."""
    form = opened(council, rule)
    as_if_lost, before = form.another_hand(), kept(council)
    first = told(form.press())
    assert first[0] in (200, 302)
    after = kept(council)
    assert after != before
    assert told(form.press(as_if_lost)) == first
    assert told(form.press()) == first
    assert kept(council) == after


@pytest.mark.parametrize("rule", FORMS)
def test_pressed_by_several_hands_at_once_it_makes_it_once(tmp_path: Path, rule: str) -> None:
    with open_council(tmp_path / "one") as quiet:
        opened(quiet, rule).press()
        once = counted(quiet)
    with open_council(tmp_path / "many") as busy:
        form = opened(busy, rule)
        answers = at_once(form.press, [form.another_hand() for _ in range(HANDS)])
        assert answers == [answers[0]] * HANDS
        assert answers[0][0] in (200, 302)
        assert counted(busy) == once


def test_what_the_press_said_is_said_again(council: Council) -> None:
    """Whoever lost the answer reads it after the next press."""
    form = opened(council, "/cases/<case_id>/readers/new")
    hand = form.another_hand()
    form.press()
    page = Page(hand.get(form.press(hand).headers["Location"]).text)
    assert page.with_class("flash")[0].text == ("Yusuf is added. Now you can make an invitation.")


def test_the_words_of_an_invitation_are_shown_again_in_that_window_alone(council: Council) -> None:
    form = opened(council, "/cases/<case_id>/readers/<reader_id>/invitation")
    words = Page(form.press().text).with_class("invitation__words")[0].get("data-words")
    assert words in form.press().text
    elsewhere = Desk(council).signs_in(council.worker)
    assert elsewhere.page
    form.sent["csrf_token"] = elsewhere.page.value("csrf_token")
    page = elsewhere.looks_at(form.press(elsewhere.client), 410)
    assert page.heading == "This was done before"
    assert words not in page.html
    assert len(sent_to(council.store, council.case.id)) == 2


def test_the_words_of_an_invitation_are_locked_and_go_with_the_day(council: Council) -> None:
    form = opened(council, "/cases/<case_id>/readers/<reader_id>/invitation")
    words = Page(form.press().text).with_class("invitation__words")[0].get("data-words")
    files = [file.read_bytes() for file in council.store.path.parent.glob("record.db*")]
    assert not any(words.encode() in content for content in files)
    assert council.store.row("SELECT 1 FROM presses WHERE page IS NOT NULL")
    council.clock.ahead = timedelta(hours=8, minutes=1)
    round_trip(council.house)
    assert council.store.row("SELECT 1 FROM presses")
    assert not council.store.row("SELECT 1 FROM presses WHERE page IS NOT NULL")
    council.clock.ahead = timedelta(days=31)
    round_trip(council.house)
    assert not council.store.row("SELECT 1 FROM presses")


def test_other_words_with_the_same_page_are_asked_about_and_not_lost(
    council: Council, worker: Desk
) -> None:
    path = f"/cases/{council.case.id}/readers/new"
    old_page = worker.opens(path)
    worker.presses(path, role="parent", name="Yusuf")
    worker.page = old_page
    page = worker.presses(path, expect=409, role="advocate", name="Ama")
    assert page.heading == "You sent this page before, with other words"
    assert "Ama" in page.text
    assert names_in(council) == {"Amina", "Hodan", "Ruth", "Yusuf"}
    worker.sends(path, MultiDict(page.form_to(path)))
    assert names_in(council) == {"Amina", "Hodan", "Ruth", "Yusuf", "Ama"}


def test_a_page_that_was_not_right_is_corrected_and_sent(council: Council, worker: Desk) -> None:
    """Back to the very page that was sent with a mistake: nothing was made of it then."""
    path = f"/cases/{council.case.id}/readers/new"
    old_page = worker.opens(path)
    worker.presses(path, expect=422, role="parent", name="")
    worker.page = old_page
    worker.presses(path, role="parent", name="Yusuf")
    assert "Yusuf" in names_in(council)


def test_pressed_again_after_a_new_sign_in_it_makes_nothing(council: Council) -> None:
    """The answer was lost, the session ended, and what was typed is sent in the next one."""
    form = opened(council, "/cases/new")
    form.press(form.another_hand())
    cases = len(all_cases(council.store))
    council.clock.ahead = timedelta(hours=8)
    desk = Desk(council)
    desk.client = form.window
    typed = desk.looks_at(form.press(), 401)
    other_tab = Page(desk.client.get(link := council.link(council.worker)).text)
    desk.client.post(link, data=other_tab.form_to(link))
    typed = desk.looks_at(desk.client.post(form.path, data=typed.form_to(form.path)), 400)
    again = desk.client.post(form.path, data=typed.form_to(form.path))
    assert "The case is open." in desk.post_nothing_but_follow(again).text
    assert len(all_cases(council.store)) == cases


def test_a_button_without_a_key_is_not_obeyed(council: Council) -> None:
    form = opened(council, "/cases/<case_id>/letter")
    form.sent.pop("press")
    given = form.press()
    page = Page(given.text)
    assert (given.status_code, page.heading) == (400, "Not saved yet, and nothing is lost")
    assert letter_of(council.store, council.case.id).text == "Dear Amina"
    assert form.window.post(form.path, data=page.form_to(form.path)).status_code == 302
    assert letter_of(council.store, council.case.id).text == "Dear Amina, we heard you."


def test_signed_out_nobody_comes_back_in_by_pressing_again(council: Council) -> None:
    form = opened(council, "/sign-in/<token>")
    hand = form.another_hand()
    form.press()
    page = Page(form.window.get("/").text)
    form.window.post("/sign-out", data=page.form_to("/sign-out"))
    assert form.press(hand).status_code == 410
    assert hand.get("/").status_code == 401


def names_in(council: Council) -> set[str]:
    """Everybody who reads in the case."""
    return {one.name for one in readers_of(council.store, council.case.id)}


def test_a_report_that_is_sent_twice_is_there_once(council: Council) -> None:
    form = opened(council, "/cases/<case_id>/reports/new")
    for _ in range(3):
        form.press()
    titles = [one.title for one in reports_of(council.store, council.case.id)]
    assert titles.count("Police report") == 1
