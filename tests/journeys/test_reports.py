"""Reports before the meeting: late is seen, read with no signal, talked through, withdrawn."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from playwright.sync_api import expect

from tests import pdfs
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
    """From the report's page, having looked at the page of each."""
    chosen = worker.page.get_by_role("group", name="Who gets it?")
    for name in names:
        chosen.get_by_label(name).check(force=True)
    worker.page.get_by_label("I have looked at what each of them will see").check(force=True)
    worker.press("Share it now")


def move_meeting(worker: Desk, day: date) -> None:
    worker.case(AMINA)
    worker.page.get_by_role("link", name="Change the meeting, people and numbers").click()
    worker.page.get_by_label("Day", exact=True).fill(day.isoformat())
    worker.press("Save")


def opens_the_report(phone: Phone) -> None:
    phone.shown("home").get_by_role("button", name="Reports to read").click()
    phone.shown("reports").get_by_role("button", name=TITLE).click()


def test_a_report_that_is_late_is_seen_read_with_no_signal_and_talked_through(
    council: Council, phone: NewPhone, desk: Sit, tmp_path: Path
) -> None:
    """L-06, L-07, promise 15."""
    hodan, amina, worker = phone("hodan"), phone("amina"), desk("worker")
    hodan.claim(council.invitation("parent"))
    amina.claim(council.invitation())
    move_meeting(worker, date.today())
    add_report(worker, tmp_path)
    worker.page.get_by_role("link", name=f"See what {HODAN} will see").click()
    expect(worker.page.get_by_text(WORDS)).to_be_visible()
    worker.page.get_by_role("link", name="Back to the report").click()
    share(worker, HODAN)
    worker.page.goto(council.inside)
    late = worker.page.get_by_text(f"“{TITLE}” was shared with {HODAN} ")
    expect(late).to_contain_text("late.")

    hodan.sees("not read yet: 1")
    until(hodan.page, lambda: council.record("SELECT 1 FROM owed") == [])
    hodan.wait_until_kept()
    hodan.shown("home").get_by_role("button", name="Reports to read").click()
    expect(hodan.shown("reports").get_by_text("Not read yet")).to_be_visible()
    hodan.shown("reports").get_by_role("button", name=TITLE).click()
    report = hodan.shown("report")
    expect(report.get_by_text(WORDS)).to_be_visible()
    expect(report.get_by_text("Nobody has talked this through with you yet.")).to_be_visible()

    council.stop_half("outside")
    hodan.close()
    hodan.open()
    opens_the_report(hodan)
    report = hodan.shown("report")
    expect(report.get_by_text(WORDS)).to_be_visible()
    expect(report.get_by_text("Ms Begum, school")).to_be_visible()
    hodan.tap("I have read it")
    expect(report.get_by_text("You said that you have read it.")).to_be_visible()
    expect(report.get_by_text("It goes when there is signal.")).to_be_visible()
    expect(report.get_by_role("button", name="I have read it")).to_be_hidden()
    council.start_half("outside")
    hodan.close()
    hodan.open()

    worker.case(AMINA)
    worker.turn_to("Reports")
    reload_until_there(worker.page.get_by_text("Says that they have read it:"))
    assert len(council.record("SELECT 1 FROM readings")) == 1
    worker.page.get_by_role("link", name=TITLE).click()
    talk = worker.page.get_by_role("group", name="With whom?")
    talk.get_by_label(HODAN).check(force=True)
    worker.page.get_by_label("Who did?").fill("Grace")
    worker.page.get_by_label("By phone").check(force=True)
    worker.press("Note it")
    opens_the_report(hodan)
    report = hodan.shown("report")
    expect(report.get_by_text("Your worker's team knows.")).to_be_visible(timeout=SOON)
    talked = report.get_by_role("listitem").filter(has_text="Grace talked this through with you on")
    expect(talked).to_contain_text("by phone", timeout=SOON)
    expect(report.get_by_text("Nobody has talked this through")).to_be_hidden()

    expect(amina.page.get_by_role("button", name="Reports to read")).to_be_hidden()
    assert council.record("SELECT reports_serial FROM readers WHERE role = 'young_person'")[0] == (
        0,
    )


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
