"""In charge of what was said: some now and the rest later, changed, taken back, kept as a copy."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.story import AMINA
from tests.journeys.waiting import SOON

NewPhone = Callable[..., Phone]
Sit = Callable[..., Desk]
HOME = "What worries me at home:"
ONLINE = "What worries me online:"
JOIN = "How I want to take part:"


def said(phone: Phone, lead_in: str) -> Locator:
    """One thing in what I said."""
    heading = phone.page.get_by_role("heading", name=lead_in, exact=True)
    return phone.shown("said").get_by_role("article").filter(has=heading)


def look(phone: Phone) -> None:
    phone.go_home()
    phone.tap("See who has read it")
    phone.shown("said")


def open_with_signal(phone: Phone, council: Council) -> None:
    """It was closed with no signal, and is opened again with some."""
    phone.close()
    council.start_half("outside")
    phone.open()
    phone.shown("home")


def points(council: Council) -> int:
    return len(council.record("SELECT 1 FROM points"))


@pytest.mark.firefox
def test_a_part_goes_now_and_the_rest_later(council: Council, phone: NewPhone, desk: Sit) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.draft("worries", "worry-home", "Goes now")
    amina.draft("worries", "worry-online", "Not ready yet")
    amina.tap("Look over and send")
    amina.shown("review").get_by_label(f"Send this now {ONLINE}").uncheck(force=True)
    amina.tap("Send")
    amina.shown("sent")
    worker = desk("worker")
    worker.wait_for_words(AMINA, "Goes now")
    expect(worker.page.get_by_text("Not ready yet")).to_have_count(0)
    amina.go_home()
    assert amina.drafted("worries", "worry-online") == "Not ready yet"
    amina.stop_here()
    amina.send()
    worker.wait_for_words(AMINA, "Not ready yet")


def test_nothing_is_sent_where_nothing_is_ticked(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.draft("worries", "worry-home", "Wait")
    amina.tap("Look over and send")
    amina.shown("review").get_by_label(f"Send this now {HOME}").uncheck(force=True)
    amina.tap("Send")
    expect(amina.page.get_by_text("There is no tick at anything")).to_be_visible()
    amina.tap("Not yet")
    assert amina.drafted("worries", "worry-home") == "Wait"


@pytest.mark.firefox
def test_what_was_sent_is_changed_and_the_worker_sees_both(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.draft("worries", "worry-home", "Shouting")
    amina.send()
    worker = desk("worker")
    worker.wait_for_words(AMINA, "Shouting")
    look(amina)
    said(amina, HOME).get_by_role("button", name="Change this").click()
    box = amina.shown("q-worry-home").locator("textarea")
    expect(box).to_have_value("Shouting")
    box.fill("Shouting at night")
    amina.saved()
    amina.stop_here()
    amina.send()
    worker.wait_for_words(AMINA, "Shouting at night")
    point = worker.point(HOME)
    expect(point).to_have_count(1)
    point.get_by_text("What it said before").click()
    expect(point.get_by_text("Shouting", exact=True)).to_be_visible()
    expect(point.get_by_text("Changed on")).to_be_visible()
    look(amina)
    expect(said(amina, HOME).filter(has_text="You changed this")).to_have_count(1, timeout=SOON)


@pytest.mark.firefox
def test_what_was_sent_is_taken_back_with_no_signal_and_counts_no_more(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.draft("worries", "worry-home", "I wish I had not said it")
    amina.send()
    worker = desk("worker")
    worker.wait_for_words(AMINA, "I wish I had not said it")
    amina.wait_until_kept()
    look(amina)
    expect(said(amina, HOME).get_by_text("With your worker's team")).to_be_visible(timeout=SOON)
    council.stop_half("outside")
    said(amina, HOME).get_by_role("button", name="Take this back").click()
    amina.shown("take-back")
    amina.tap("Take it back")
    expect(said(amina, HOME).get_by_text("You took this back")).to_be_visible()
    expect(said(amina, HOME).get_by_text("On this phone, waiting")).to_be_visible()
    open_with_signal(amina, council)
    worker.wait_for_words(AMINA, "Taken back on")
    expect(worker.page.get_by_role("link", name="Say what happened")).to_have_count(0)


def test_what_never_left_the_phone_is_taken_back_for_good(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    council.stop_half("outside")
    amina.draft("worries", "worry-home", "Never mind")
    amina.draft("worries", "worry-online", "Do mind")
    amina.send()
    look(amina)
    said(amina, HOME).get_by_role("button", name="Take this back").click()
    amina.shown("take-back")
    amina.tap("Take it back")
    expect(said(amina, HOME)).to_have_count(0)
    expect(said(amina, ONLINE)).to_have_count(1)
    open_with_signal(amina, council)
    desk("worker").wait_for_words(AMINA, "Do mind")
    assert points(council) == 1
    assert "Never mind" not in str(council.record("SELECT words FROM envelopes"))


def test_what_never_left_the_phone_is_changed_before_anybody_saw_it(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    council.stop_half("outside")
    amina.draft("worries", "worry-home", "In anger")
    amina.send()
    look(amina)
    said(amina, HOME).get_by_role("button", name="Change this").click()
    amina.shown("q-worry-home").locator("textarea").fill("When calm")
    amina.saved()
    open_with_signal(amina, council)
    amina.send()
    desk("worker").wait_for_words(AMINA, "When calm")
    assert points(council) == 1
    assert "In anger" not in str(council.record("SELECT words FROM envelopes"))


def test_a_new_answer_to_how_i_take_part_takes_the_place_of_the_last(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    """Requirement 2: choose, and change it later."""
    amina = phone()
    amina.claim(council.invitation())
    amina.start("how")
    amina.pick("how-join", "Online")
    amina.stop_here()
    amina.send()
    worker = desk("worker")
    worker.wait_for_words(AMINA, "Online")
    amina.go_home()
    amina.start("how")
    expect(amina.question("how-join").get_by_text("takes its place")).to_be_visible()
    amina.pick("how-join", "Face to face")
    amina.stop_here()
    amina.send()
    worker.wait_for_words(AMINA, "Face to face")
    expect(worker.point(JOIN)).to_have_count(1)
    expect(worker.point(JOIN).get_by_text("What it said before")).to_be_visible()


def test_please_read_this_soon_stands_first_for_the_worker(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.draft("worries", "worry-streets", "He waits at the gate again")
    amina.tap("Look over and send")
    amina.shown("review").get_by_label("Please read this soon").check(force=True)
    amina.tap("Send")
    amina.shown("sent")
    worker = desk("worker")
    worker.wait_for_words(AMINA, "He waits at the gate again")
    expect(worker.page.get_by_text("Please read soon")).to_be_visible()
    worker.page.goto(council.inside)
    first = worker.page.get_by_role("main").get_by_role("listitem").first
    expect(first.get_by_role("heading", name=AMINA)).to_be_visible()
    expect(first.get_by_text("One thing that somebody asked you to read soon.")).to_be_visible()
    expect(worker.page.get_by_role("link", name="One alarm that nobody has seen")).to_be_visible()


@pytest.mark.firefox
def test_somebody_writes_for_her_and_she_approves_before_it_goes(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.tap("Change who is writing")
    amina.shown("beside").get_by_label("Somebody is writing for me").check(force=True)
    amina.page.get_by_label("Who is with you?").fill("Fatima, youth worker")
    amina.tap("Keep this")
    expect(amina.shown("home").get_by_text("Fatima, youth worker")).to_be_visible()
    amina.start("worries")
    asked = amina.question("worry-home")
    asked.locator("textarea").fill("Mum is tired")
    asked.get_by_label("My own words").check(force=True)
    amina.saved()
    amina.stop_here()
    amina.tap("Look over and send")
    amina.shown("review")
    amina.tap("Send")
    expect(amina.page.get_by_text("ticks the box above")).to_be_visible()
    approval = amina.page.get_by_label("I have looked at all of this.")
    approval.check(force=True)
    amina.tap(f"Change {HOME}")
    amina.question("worry-home").locator("textarea").fill("Mum is very tired")
    amina.saved()
    amina.page.go_back()
    amina.shown("review")
    expect(approval).not_to_be_checked()
    approval.check(force=True)
    amina.tap("Send")
    amina.shown("sent")
    worker = desk("worker")
    worker.wait_for_words(AMINA, "Mum is very tired")
    told = worker.point(HOME).get_by_text("Written down by Fatima, youth worker.")
    expect(told).to_contain_text("Amina (sample)’s own words.")


@pytest.mark.chromium  # the tools that drive Firefox do not tell of a file that was kept
def test_a_copy_of_all_my_words_is_mine_to_keep(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.draft("worries", "worry-home", "Sent words")
    amina.send()
    amina.go_home()
    amina.draft("good", "good-well", "Words not sent")
    look(amina)
    amina.tap("A copy of all my words")
    amina.shown("copy")
    with amina.page.expect_download() as coming:
        amina.tap("Keep it as a file")
    assert coming.value.suggested_filename == "notes.txt"
    text = coming.value.path().read_text("utf-8")
    assert re.search(r"What worries me at home:\s+Sent words", text)
    assert "Words not sent" in text
    assert "Not sent yet" in text


def test_who_reads_is_said_by_name(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.start("worries")
    asked = amina.question("worry-home")
    asked.locator("summary").click()
    asked.get_by_label("People at the meeting", exact=True).check(force=True)
    hints = asked.locator(".audience .govuk-radios__hint")
    expect(hints.nth(0)).to_contain_text("Grace Adeyemi (sample)")
    expect(hints.nth(0)).not_to_contain_text("Siân")
    expect(hints.nth(1)).to_contain_text("Grace Adeyemi (sample), Siân Hughes (sample)")
