"""Amina reads what came back: letter, plan, what is new; a day for a calendar, and paper."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, expect
from pypdf import PdfReader

from tests import clock
from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.measuring import install, measured
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.story import AMINA
from tests.journeys.test_access import findings, reach_everything
from tests.journeys.test_layout import ROOM
from tests.journeys.test_listen import OWN, begin, hear_out, with_voices
from tests.journeys.test_safer import PIN, claim_safer, unlock
from tests.journeys.waiting import SOON, reload_until_there, until
from youthvoice.record.working_days import add_working_days

NewPhone = Callable[..., Phone]
Words = dict[str, Any]

WALK: Words = {
    "id": "a1",
    "plain": "Jo walks with you from the bus stop.",
    "who": "Jo, youth worker",
    "start": "2026-12-07",
    "review": "2027-01-11",
    "safe_enough": "You get home and feel fine, two weeks in a row.",
    "progress": "Jo has said yes.",
    "worry": "The bus stop after dark",
    "action": "Safe route home",
}
TALK: Words = {
    "id": "a2",
    "plain": "Grace talks to your school about the gate.",
    "who": "Grace, social worker",
    "start": "2026-12-07",
    "review": "2026-12-18",
    "safe_enough": "Somebody is at the gate every day.",
    "progress": "",
    "worry": "People wait outside the school",
    "action": "School to supervise the gate",
}
LIGHT: Words = {**WALK, "id": "a3", "plain": "The council mends the light.", "who": "Street team"}
PLAN: Words = {
    "name": AMINA,
    "version": 1,
    "chair": "Siân Hughes (sample)",
    "on": "2026-12-04",
    "actions": [WALK, TALK],
    "risk": "Older boys wait for you and ask you to carry things.",
    "must_change": "You get home without being stopped. Jo and the school help with that.",
    "if_not": "We meet again within two days and look for another way.",
    "visits": "Every week",
    "visits_by": "Jo, because you asked for Jo",
    "core_group": "Room 2, the Old Library",
    "core_group_on": "2026-12-16",
    "core_group_at": "16:00",
    "contingency": "You can stay with your aunt for some days.",
    "review": "The Old Library",
    "review_on": "2027-03-01",
    "review_at": "",
}
LETTER: Words = {
    "from": "Siân Hughes (sample)",
    "role": "chair",
    "on": "2026-12-05",
    "html": "<p>Dear Amina,</p><p>You told us. <strong>We listened.</strong></p>",
}
OTHER_LETTER: Words = {**LETTER, "html": "<p>Well done.</p>"}
LABELS = {
    "What people worry about:": PLAN["risk"],
    "What must change, and how:": PLAN["must_change"],
    "What happens if it does not:": PLAN["if_not"],
    "Who visits you, and how often:": "Jo, because you asked for Jo Every week",
    "The next small meeting about the plan:": (
        "Wednesday, 16 December 2026 16:00 Room 2, the Old Library"
    ),
    "When we look at the plan again:": "Monday, 1 March 2027 The Old Library",
    "Plan B, if this does not work:": PLAN["contingency"],
}
ON_THE_ACTION = {
    "Who does it:": "Jo, youth worker",
    "Starts:": "Monday, 7 December 2026",
    "Done and checked by:": "Monday, 11 January 2027",
    "How we will know it is safe enough:": WALK["safe_enough"],
    "How far it has got:": "Jo has said yes.",
}
MARKS = ("New", "Changed")
HERE = "There is something for you to read."
NEWS = "What is new is marked."


def publication(serial: int = 1, **parts: Any) -> Words:
    start: Words = {"kind": "publication", "serial": serial, "on": "2026-12-05", "happened": []}
    return start | {"letter": LETTER, "plan": PLAN} | parts


def invited(council: Council, amina: Phone, role: str = "young_person") -> Phone:
    """Her phone is known inside."""
    amina.claim(council.invitation(role))
    until(amina.page, lambda: council.record("SELECT box FROM boxes") != [])
    return amina


def given(council: Council, amina: Phone, words: Words, sign: str = HERE) -> None:
    """It was sent, and is here."""
    council.says(words)
    reload_until_there(amina.page.get_by_text(sign).locator("visible=true"))


def open_page(amina: Phone, name: str, button: str) -> Locator:
    amina.tap(button)
    return amina.shown(name)


def marked(part: Locator) -> list[str]:
    """What is marked and can be seen: the mark, and the words behind it."""
    found = part.locator(".mark:visible").evaluate_all(
        "all => all.map(one => [one.innerText, one.parentElement.innerText])"
    )
    assert all(mark in MARKS for mark, _ in found)
    return [" ".join(text.split())[:40] for _, text in found]


def has_lines(part: Locator, lines: dict[str, str]) -> None:
    for label, words in lines.items():
        line = part.locator("p:visible").filter(has_text=label)
        expect(line).to_have_text(f"{label} {words}", use_inner_text=True)


@pytest.mark.firefox
def test_with_no_signal_the_letter_leads_to_the_plan_and_that_to_what_happened(
    council: Council, phone: NewPhone, desk: Callable[..., Desk]
) -> None:
    """RW-08: the letter first, from the chair by name; nothing is marked on the first."""
    amina = phone()
    story.tell_it_all(council, amina, desk)
    amina.wait_until_kept()
    council.stop_half("outside")
    amina.close()
    amina.open()
    letter = open_page(amina, "letter", "The letter to you")
    expect(letter.get_by_text("From Siân Hughes (sample), the person who runs")).to_be_visible()
    expect(letter.get_by_text("We listened.")).to_be_visible()
    plan = open_page(amina, "plan", "Read your plan")
    expect(plan.get_by_text("Jo, youth worker")).to_be_visible()
    expect(plan.get_by_text("Somebody could make you carry things for them.")).to_be_visible()
    happened = open_page(amina, "happened", "You said, and what happened")
    expect(happened.get_by_text("The bus stop after dark")).to_be_visible()
    assert [marked(part) for part in (letter, plan, happened)] == [[], [], []]
    assert amina.page.title() == "Notes"


def test_what_nobody_wrote_has_no_heading(council: Council, phone: NewPhone) -> None:
    amina = invited(council, phone())
    nothing = dict.fromkeys(("risk", "must_change", "if_not"), "")
    given(council, amina, publication(plan={**PLAN, **nothing}))
    open_page(amina, "letter", "The letter to you")
    plan = open_page(amina, "plan", "Read your plan")
    expect(plan.get_by_text(PLAN["contingency"])).to_be_visible()
    expect(plan.get_by_text("Why there is a plan")).to_be_hidden()


def test_the_plan_says_all_that_she_has_to_know(council: Council, phone: NewPhone) -> None:
    """L-14, N-24, N-25: with no signal."""
    amina = invited(council, phone())
    amina.wait_until_kept()
    given(council, amina, publication())
    council.stop_half("outside")
    amina.page.reload()
    plan = open_page(amina, "plan", "Your plan")
    has_lines(plan, LABELS)
    has_lines(plan.locator(".action:visible"), ON_THE_ACTION)
    expect(plan.get_by_text("1/2")).to_be_visible()
    amina.tap("Next")
    expect(plan.get_by_role("heading", name=TALK["plain"])).to_be_visible()
    expect(plan.get_by_text("How far it has got:").locator("visible=true")).to_have_count(0)
    expect(plan.get_by_text("My worker: Grace Adeyemi (sample)")).to_be_visible()
    call = plan.get_by_role("link", name="020 7946 0101 Sample duty team")
    expect(call).to_have_attribute("href", "tel:+442079460101")
    amina.tap("More numbers to call")
    amina.shown("help")


@pytest.mark.parametrize("role", ["young_person", "parent"])
@pytest.mark.firefox
def test_a_second_version_marks_what_is_new_until_there_is_a_third(
    council: Council, phone: NewPhone, role: str
) -> None:
    amina = invited(council, phone(), role)
    news = amina.shown("home").get_by_text(NEWS)
    given(council, amina, publication())
    expect(news).to_be_hidden()
    plan = open_page(amina, "plan", "Your plan")
    assert marked(plan) == []

    walked = WALK | {"progress": "Jo walked with you twice."}
    second = PLAN | {"version": 2, "actions": [walked, TALK, LIGHT], "review_at": "10:30"}
    again = publication(2, plan=second, letter=LETTER | {"on": "2026-12-12"})
    given(council, amina, again, NEWS)
    for _ in range(2):
        amina.page.reload()
        expect(news).to_be_visible()
        plan = open_page(amina, "plan", "Your plan")
        expect(plan.get_by_text("New or changed parts: 1, 3")).to_be_visible()
        assert marked(plan) == [
            "Changed Jo walks with you from the bus s",
            "Changed How far it has got: Jo walked wi",
            "Changed When we look at the plan again: ",
        ]
        amina.tap("Next")
        assert marked(plan)[:-1] == []
        amina.tap("Next")
        assert marked(plan)[:-1] == ["New The council mends the light. Who doe"]
        amina.go_home()
        assert marked(open_page(amina, "letter", "The letter to you")) == []
        amina.go_home()

    council.says(publication(3, plan=second, letter=OTHER_LETTER))
    amina.page.reload()
    letter = open_page(amina, "letter", "The letter to you")
    expect(letter.get_by_text("Well done.")).to_be_visible(timeout=SOON)
    assert marked(letter) == ["Changed From Siân Hughes (sample), the p"]
    assert marked(open_page(amina, "plan", "Read your plan")) == []


@pytest.mark.firefox
def test_a_safer_phone_marks_it_too_and_opens_it_with_the_pin_alone(
    council: Council, phone: NewPhone
) -> None:
    kai = phone()
    claim_safer(kai, council)
    until(kai.page, lambda: council.record("SELECT box FROM boxes") != [])
    council.says(publication())
    council.says(publication(2, plan=PLAN | {"risk": "Something else."}))
    kai.sees(NEWS)
    kai.page.reload()
    kai.shown("locked")
    assert "Something else." not in kai.page.content()
    unlock(kai, PIN)
    plan = open_page(kai, "plan", "Your plan")
    assert marked(plan) == ["Changed What people worry about: Somethi"]


@pytest.mark.parametrize(
    ("lead", "day", "start"),
    [
        ("Put the small meeting in a calendar", "Wednesday, 16 December 2026 16:00", "16:00"),
        ("Put the day we look again in a calendar", "Monday, 1 March 2027", ""),
    ],
)
def test_a_day_goes_into_her_calendar_under_a_name_that_says_nothing(
    council: Council, phone: NewPhone, tmp_path: Path, lead: str, day: str, start: str
) -> None:
    """RFC 5545, read by another program: no place, nobody, no alarm."""
    amina = invited(council, phone())
    given(council, amina, publication())
    council.stop_half("outside")
    open_page(amina, "plan", "Your plan")
    asked = open_page(amina, "calendar", lead)
    expect(asked.get_by_text(day)).to_be_visible()
    expect(asked.get_by_text("Many calendars are shared.")).to_be_visible()
    name = asked.get_by_label("Its name in the calendar")
    expect(name).to_have_value("Reminder")
    event, file_name = saved(amina, tmp_path)
    assert (str(event["summary"]), file_name) == ("Reminder", "notes.ics")
    first = event["uid"]
    name.fill("Maths, with Zoë")
    event, _ = saved(amina, tmp_path)
    assert event["uid"] == first, "a calendar can replace the old day"
    assert str(event["summary"]) == "Maths, with Zoë"
    assert set(event) == {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY"}
    assert event["sequence"] == 0, "the day has not moved"
    begins = event.decoded("dtstart")
    assert f"{begins:%A}, {begins.day} {begins:%B %Y} {start}".strip() == day
    assert isinstance(begins, datetime) == bool(start)
    asked.get_by_role("button", name="Back").click()
    amina.shown("plan")


def saved(amina: Phone, tmp_path: Path) -> tuple[Any, str]:
    """The one event in the file that the phone is given, and the file's name."""
    with amina.page.expect_download() as download:
        amina.tap("Save it for the calendar")
    amina.sees("It is saved as a small file.")
    kept = tmp_path / "kept.ics"
    download.value.save_as(kept)
    [event] = Calendar.from_ical(kept.read_bytes()).subcomponents
    assert event.errors == []
    return event, download.value.suggested_filename


def test_the_meeting_goes_into_a_calendar_from_home_and_nobody_comes_back_to_it_later(
    council: Council, phone: NewPhone, tmp_path: Path
) -> None:
    amina = invited(council, phone())
    asked = open_page(amina, "calendar", "Put the day in a calendar")
    day = add_working_days(clock.today(), 10)
    expect(asked.get_by_text(f"{clock.long_day(day)} 16:00")).to_be_visible()
    event, _ = saved(amina, tmp_path)
    assert event.decoded("dtstart").isoformat() == f"{day}T16:00:00"
    amina.page.reload()
    amina.shown("home")
    amina.page.go_forward()
    amina.shown("home")


@pytest.mark.chromium
def test_letter_and_plan_are_printed_whole_and_with_no_bars(
    council: Council, phone: NewPhone
) -> None:
    amina = invited(council, phone())
    given(council, amina, publication())
    open_page(amina, "plan", "Your plan")
    paper = printed(amina)
    once = [*LABELS, *LABELS.values(), WALK["plain"], TALK["plain"], WALK["action"], "Whom to call"]
    assert {words: paper.count(words) for words in once} == dict.fromkeys(once, 1)
    for bar in ("Leave now", "I need help now", "Back", "Next", "1/2", "Print it", "in a calendar"):
        assert bar not in paper
    amina.go_home()
    open_page(amina, "letter", "The letter to you")
    paper = printed(amina)
    assert "We listened." in paper
    assert "Siân Hughes (sample)" in paper
    assert "Older boys" not in paper


def printed(amina: Phone) -> str:
    """The words of the PDF that this browser makes; what was folded is folded again."""
    amina.page.evaluate("print = () => { globalThis.printed = true; }")
    amina.tap("Print it or keep it as a file")
    assert amina.page.evaluate("globalThis.printed")
    pdf = PdfReader(BytesIO(amina.page.pdf()))
    assert pdf.metadata and pdf.metadata.title == "Notes"
    expect(amina.page.locator("details[open]:visible")).to_have_count(0)
    return " ".join("\n".join(page.extract_text() for page in pdf.pages).split())


@pytest.mark.chromium
def test_dark_pages_are_printed_dark_on_light(council: Council, phone: NewPhone) -> None:
    amina = invited(council, phone())
    amina.page.evaluate("document.documentElement.dataset.colours = 'dark'")
    ink = "getComputedStyle(document.body).color"
    assert amina.page.evaluate(ink) == "rgb(245, 241, 234)"
    amina.page.emulate_media(media="print", color_scheme="dark")
    assert amina.page.evaluate(ink) == "rgb(29, 27, 34)"


def test_the_plan_is_read_aloud(council: Council, phone: NewPhone) -> None:
    amina = invited(council, with_voices(phone(), OWN))
    given(council, amina, publication())
    given(council, amina, publication(2, plan=PLAN | {"if_not": "We meet at once."}), NEWS)
    open_page(amina, "plan", "Your plan")
    begin(amina)
    heard = hear_out(amina)
    assert heard[0] == "Your plan"
    for words in (
        f"What people worry about: {PLAN['risk']}",
        "Changed What happens if it does not: We meet at once.",
        WALK["plain"],
    ):
        assert words in heard


@pytest.mark.chromium
def test_everybody_can_use_these_pages(council: Council, phone: NewPhone) -> None:
    """axe, the keyboard, room at 320 px and in text of twice the size, with every line and mark."""
    amina = invited(council, phone())
    given(council, amina, publication())
    new = PLAN | {"actions": [LIGHT, WALK | {"who": "Jo and Max"}], "if_not": "Else."}
    given(council, amina, publication(2, plan=new, letter=OTHER_LETTER), NEWS)
    install(amina.page)
    wrong: dict[str, list[str]] = {}

    def look(name: str) -> None:
        amina.shown(name)
        for scheme in ("dark", "light"):
            amina.page.emulate_media(color_scheme=scheme)
            wrong[f"{name} {scheme}"] = findings(amina.page) + measured(amina.page, "contrast")
        wrong[f"{name} keys"] = sorted(reach_everything(amina.page))
        for width, text in ((320, ""), (360, "200%")):
            amina.page.set_viewport_size({"width": width, "height": 740})
            amina.page.evaluate("size => { document.documentElement.style.fontSize = size; }", text)
            wrong[f"{name} {width}"] = measured(amina.page, *ROOM)
        amina.page.evaluate("() => { document.documentElement.style.fontSize = ''; }")

    look("home")
    open_page(amina, "letter", "The letter to you")
    look("letter")
    open_page(amina, "plan", "Read your plan")
    look("plan")
    open_page(amina, "calendar", "Put the small meeting in a calendar")
    amina.tap("Save it for the calendar")
    look("calendar")
    assert {where: found for where, found in wrong.items() if found} == {}
