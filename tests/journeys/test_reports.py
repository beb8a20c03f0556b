"""Reports before the meeting: late is seen, read with no signal, talked through, withdrawn."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import clock, pdfs
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.story import AMINA
from tests.journeys.waiting import SOON, reload_until_there, until

NewPhone = Callable[..., Phone]
Sit = Callable[..., Desk]
HODAN = "Hodan (sample)"
RUTH = "Ruth Levy (sample)"
TITLE = "School report"
WORDS = "She comes to school every day. <b>She tries.</b>"


def add_report(worker: Desk, folder: Path, title: str = TITLE) -> None:
    """The worker uploads a PDF; nobody has it yet."""
    file = folder / "school.pdf"
    file.write_bytes(pdfs.pdf(WORDS, "And more on the second page."))
    worker.case(AMINA)
    worker.turn_to("Reports")
    worker.page.get_by_role("button", name="Add a report").click()
    worker.page.get_by_label("What is it called?").fill(title)
    worker.page.get_by_label("Who wrote it?").fill("Ms Begum")
    worker.page.get_by_label("What are they?").select_option("school")
    worker.page.get_by_label("The report as a PDF or a text file").set_input_files(file)
    worker.press("Keep it and look at it")


def share(worker: Desk, *names: str) -> None:
    """From the page that each of them will have."""
    for name in names:
        worker.page.get_by_role("link", name=f"Look at what {name} will see").click()
        worker.page.get_by_label(f"I have looked at what {name} will see").check(force=True)
        worker.press(f"Share it with {name} now")


def move_meeting(worker: Desk, day: date) -> None:
    worker.case(AMINA)
    worker.page.get_by_role("link", name="Change the meeting, people and numbers").click()
    worker.page.get_by_label("Day", exact=True).fill(day.isoformat())
    worker.press("Save")


def opens_the_report(phone: Phone) -> None:
    phone.shown("home").get_by_role("button", name="Reports to read").click()
    phone.shown("reports").get_by_role("button", name=TITLE).click()


def looks_at_what_she_will_see(worker: Desk) -> None:
    worker.page.get_by_role("link", name=f"Look at what {HODAN} will see").click()
    expect(worker.page.get_by_text(WORDS)).to_be_visible()
    expect(worker.page.get_by_text("Ms Begum, school")).to_be_visible()
    worker.page.get_by_role("link", name="Back to the report").click()


def says_that_she_has_read_it(hodan: Phone) -> None:
    opens_the_report(hodan)
    report = hodan.shown("report")
    expect(report.get_by_text(WORDS)).to_be_visible()
    expect(report.get_by_text("Ms Begum, school")).to_be_visible()
    hodan.tap("I have read it")
    expect(report.get_by_text("You said that you have read it:")).to_be_visible()
    expect(report.get_by_text("It goes when there is signal.")).to_be_visible()
    expect(report.get_by_role("button", name="I have read it")).to_be_hidden()


def notes_that_they_talked(worker: Desk, by: str) -> None:
    worker.page.get_by_role("link", name=TITLE).click()
    whom = worker.page.get_by_role("group", name="With whom?")
    whom.get_by_label(HODAN).check(force=True)
    worker.page.get_by_label("Who did?").fill(by)
    worker.page.get_by_label("By phone").check(force=True)
    worker.press("Note it")


@pytest.mark.firefox
def test_a_report_that_is_late_is_seen_read_with_no_signal_and_talked_through(
    council: Council, phone: NewPhone, desk: Sit, tmp_path: Path
) -> None:
    """L-06, L-07, promise 15."""
    hodan, amina, worker = phone("hodan"), phone("amina"), desk("worker")
    hodan.claim(council.invitation("parent"))
    amina.claim(council.invitation())
    move_meeting(worker, clock.today())
    add_report(worker, tmp_path)
    looks_at_what_she_will_see(worker)
    share(worker, HODAN)
    worker.page.goto(council.inside)
    late = worker.page.get_by_text(f"“{TITLE}” was shared with {HODAN} ")
    expect(late).to_contain_text("late.")

    hodan.sees("not read yet: 1")
    opens_the_report(hodan)
    report = hodan.shown("report")
    expect(report.get_by_text("Nobody has talked this through with you yet.")).to_be_visible()
    hodan.wait_until_kept()
    council.stop_half("outside")
    hodan.close()
    hodan.open()
    says_that_she_has_read_it(hodan)
    council.start_half("outside")
    hodan.close()
    hodan.open()

    worker.case(AMINA)
    worker.turn_to("Reports")
    reload_until_there(worker.page.get_by_text("Says that they have read it:"))
    assert len(council.record("SELECT 1 FROM readings")) == 1
    notes_that_they_talked(worker, "Grace")
    opens_the_report(hodan)
    report = hodan.shown("report")
    expect(report.get_by_text("Your worker's team knows.")).to_be_visible(timeout=SOON)
    talked = report.get_by_role("listitem").filter(has_text="Grace talked this through with you on")
    expect(talked).to_contain_text("by phone", timeout=SOON)
    expect(report.get_by_text("Nobody has talked this through")).to_be_hidden()

    amina.go_home()
    expect(amina.page.get_by_role("button", name="Reports to read")).to_be_hidden()
    young = "SELECT sum(reports_serial) FROM readers WHERE role = 'young_person'"
    assert council.record(young) == [(0,)], "her phone was never told of any"


def test_one_that_was_shared_with_the_wrong_person_is_withdrawn_and_gone(
    council: Council, phone: NewPhone, desk: Sit, tmp_path: Path
) -> None:
    ruth, worker = phone("ruth"), desk("worker")
    ruth.claim(council.invitation("advocate"))
    add_report(worker, tmp_path)
    share(worker, RUTH)
    ruth.sees("not read yet: 1")
    until(ruth.page, lambda: council.record("SELECT 1 FROM outgoing") == [])
    opens_the_report(ruth)
    expect(ruth.shown("report").get_by_text(WORDS)).to_be_visible(timeout=SOON)
    worker.press(f"Withdraw it from {RUTH}")
    expect(worker.page.get_by_text("withdrawn on")).to_be_visible()
    expect(ruth.page.get_by_text("It is not here any more")).to_be_visible(timeout=2 * SOON)
    expect(ruth.page.get_by_text(WORDS)).to_have_count(0)
    ruth.go_home()
    expect(ruth.page.get_by_role("button", name="Reports to read")).to_be_hidden()
    ruth.close()
    ruth.open()
    ruth.shown("home")
    expect(ruth.page.get_by_role("button", name="Reports to read")).to_be_hidden()


def test_the_words_of_a_report_that_come_after_it_was_withdrawn_are_not_kept(
    council: Council, phone: NewPhone
) -> None:
    """A mailbox may hand things over late; the list that is newer counts."""
    ruth = phone("ruth")
    ruth.claim(council.invitation("advocate"))
    until(ruth.page, lambda: len(council.record("SELECT 1 FROM boxes")) == 1)
    told = {"id": "r1", "title": TITLE, "by": "Jo", "role": "school", "talked": []}
    late = {"kind": "report", "id": "r1", "serial": 6, "text": ["TOO LATE"], "pdf": None}
    council.says({"kind": "reports", "serial": 7, "reports": []})
    council.says(late)
    council.says({"kind": "reports", "serial": 8, "reports": [told]})
    ruth.sees("not read yet: 1")
    opens_the_report(ruth)
    expect(ruth.shown("report").get_by_text("still on their way")).to_be_visible()
    council.says(late | {"serial": 8, "text": ["IN TIME"]})
    council.says({"kind": "reports", "serial": 9, "reports": [told, told | {"id": "r2"}]})
    ruth.go_home()
    ruth.sees("not read yet: 2")
    ruth.shown("home").get_by_role("button", name="Reports to read").click()
    ruth.shown("reports").get_by_role("button", name=TITLE).first.click()
    expect(ruth.shown("report").get_by_text("IN TIME")).to_be_visible()
