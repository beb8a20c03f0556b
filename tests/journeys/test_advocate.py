"""An advocate: asked for in one tap, given what to read and not for ever, writing with or for."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Locator, expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.story import AMINA, MEETING
from tests.journeys.traces import readable
from tests.journeys.waiting import SOON, reload_until_there, until

NewPhone = Callable[..., Phone]
Sit = Callable[..., Desk]
RUTH = "Ruth Levy (sample)"
ANSWER = "Ruth Levy will call you on Monday after school."
WORRY = "Zephyrine-7731 waits at the bus stop"
PROUD = "My drawing of a heron"


def asking(phone: Phone) -> Locator:
    """Where an advocate is asked for, at home."""
    return phone.shown("home").locator("[data-ask]")


def choose(phone: Phone, *parts: str) -> None:
    """From home: what the advocate may read from now on is these parts and no other."""
    phone.tap("What my advocate can read")
    page = phone.shown("advocates")
    for box in page.get_by_role("checkbox").all():
        box.uncheck(force=True)
    for part in parts:
        page.get_by_label(part, exact=True).check(force=True)
    phone.tap("Keep this choice")
    expect(page.locator('[data-if^="choice_"]:visible')).to_have_count(1, timeout=SOON)
    phone.go_home()


def say_three_things(amina: Phone) -> None:
    """Two that an advocate can be given, and one for the worker alone."""
    amina.start("worries")
    amina.write("worry-streets", WORRY)
    amina.let_see("worry-streets", MEETING)
    amina.write("worry-online", "For my worker alone")
    amina.stop_here()
    amina.start("good")
    amina.write("good-proud", PROUD)
    amina.let_see("good-proud", MEETING)
    amina.stop_here()
    amina.send()
    amina.go_home()


def look_again(phone: Phone) -> None:
    """As a person who comes back to the page."""
    with suppress(Error):
        phone.page.reload()


def test_asked_for_with_no_signal_answered_by_name_and_read(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    council.stop_half("outside")
    amina.tap("Ask for an advocate")
    expect(asking(amina).get_by_text("It goes to your worker by itself")).to_be_visible()
    expect(asking(amina).get_by_role("button", name="Ask for an advocate")).to_have_count(0)
    amina.close()
    council.start_half("outside")
    amina.open()
    amina.shown("home")

    worker = desk("worker")
    worker.page.goto(council.inside)
    reload_until_there(worker.page.get_by_text("An advocate is wanted"))
    expect(worker.page.get_by_text("Grace Adeyemi (sample)").first).to_be_visible()
    expect(asking(amina).get_by_text("Who will answer you")).to_be_visible(timeout=SOON)
    worker.case(AMINA)
    expect(worker.page.get_by_text("An advocate is wanted")).to_be_visible()
    worker.page.get_by_role("link", name="Say what was done, or hand it over").click()
    worker.page.get_by_label(f"What {AMINA} is told").fill(ANSWER)
    worker.press(f"It is done: tell {AMINA} An advocate is wanted")
    expect(worker.page.get_by_text(ANSWER)).to_be_visible()

    expect(asking(amina).get_by_text(ANSWER)).to_be_visible(timeout=SOON)
    named = asking(amina).get_by_text("Grace Adeyemi (sample)").locator("visible=true")
    expect(named).to_have_count(1)
    assert council.record("SELECT count(*) FROM tasks") == [(1,)]


def test_pressed_twice_and_after_the_question_it_is_asked_once(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.start("advocate")
    page = amina.question("advocate")
    expect(page.get_by_role("button", name="Ask for an advocate")).to_be_visible()
    page.get_by_role("button", name="Ask for an advocate").evaluate(
        "button => { button.click(); button.click(); }"
    )
    expect(page.get_by_text("Who will answer you")).to_be_visible(timeout=SOON)
    assert council.record("SELECT count(*) FROM tasks") == [(1,)]
    words = "SELECT count(*) FROM envelopes WHERE words LIKE '%\"ask\"%'"
    assert council.record(words) == [(1,)]


@pytest.mark.firefox
def test_an_advocate_whose_access_ends_half_way(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina, ruth = phone("amina"), phone("ruth")
    amina.claim(council.invitation())
    say_three_things(amina)
    ruth.claim(council.invitation("advocate"))
    ruth.wait_until_kept()
    expect(ruth.page.get_by_text("They have shared nothing with you yet.")).to_be_visible()

    choose(amina, "Worries", "Good things")
    expect(ruth.shown("home").get_by_role("button", name="What they shared")).to_be_visible(
        timeout=SOON
    )
    ruth.close()
    council.stop_half("outside")
    ruth.open()
    ruth.tap("What they shared with you")
    page = ruth.shown("shared")
    expect(page.get_by_text(WORRY)).to_be_visible()
    expect(page.get_by_text(PROUD)).to_be_visible()
    assert page.get_by_text("For my worker alone").count() == 0

    amina.wait_until_kept()
    choose(amina, "Good things")
    council.start_half("outside")
    look_again(amina)
    expect(page.get_by_text(WORRY)).to_have_count(0, timeout=SOON)
    expect(page.get_by_text(PROUD)).to_be_visible()

    worker = desk("worker")
    worker.case(AMINA)
    worker.page.get_by_role("link", name=f"What {AMINA} lets advocates read").click()
    expect(worker.page.get_by_text("Worries")).to_have_count(1)

    look_again(amina)
    amina.shown("home")
    choose(amina)
    expect(page.get_by_text("There is nothing for you to read here now.")).to_be_visible(
        timeout=SOON
    )
    assert WORRY not in ruth.page.content() and PROUD not in ruth.page.content()
    ruth.close()
    assert readable(ruth, "Zephyrine-7731", "heron") == []
    ruth.open()
    ruth.shown("home")
    expect(ruth.page.get_by_text("They have shared nothing with you yet.")).to_be_visible()


def test_what_comes_while_she_chooses_does_not_tick_again_what_she_took_back(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    council.stop_half("outside")
    choose(amina, "Good things")
    amina.tap("What my advocate can read")
    page = amina.shown("advocates")
    page.get_by_label("Good things", exact=True).uncheck(force=True)
    council.start_half("outside")
    amina.page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Your team knows.")).to_be_visible(timeout=2 * SOON)
    expect(page.get_by_label("Good things", exact=True)).not_to_be_checked()


def test_what_was_shared_goes_with_an_invitation_that_is_taken_back(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina, ruth = phone("amina"), phone("ruth")
    amina.claim(council.invitation())
    say_three_things(amina)
    ruth.claim(council.invitation("advocate"))
    choose(amina, "Good things")
    ruth.shown("home").get_by_role("button", name="What they shared").click(timeout=SOON)
    expect(ruth.shown("shared").get_by_text(PROUD)).to_be_visible()
    worker = desk("worker")
    worker.case(AMINA)
    worker.take_back(RUTH)
    look_again(ruth)
    ruth.shown("home")
    expect(ruth.page.get_by_text("This phone can no longer send or get")).to_be_visible(
        timeout=SOON
    )
    until(ruth.page, lambda: PROUD not in ruth.page.content())


@pytest.mark.firefox
def test_an_advocate_writes_and_it_counts_once_it_is_approved(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina, ruth = phone("amina"), phone("ruth")
    amina.claim(council.invitation())
    ruth.claim(council.invitation("advocate"))
    for question, words in (("worry-home", "It is too loud"), ("worry-online", "Not so")):
        ruth.start("worries")
        ruth.write(question, words)
        if question == "worry-home":
            ruth.question(question).get_by_label("My words for them").check(force=True)
            ruth.saved()
        ruth.stop_here()
    ruth.tap("Look over and send")
    review = ruth.shown("review")
    ruth.tap("Send")
    expect(review.get_by_text("Say for each answer whose words it is.")).to_be_visible()
    review.get_by_role("button", name="Change What worries me online:").click()
    ruth.question("worry-online").get_by_label("The young person's own words").check(force=True)
    ruth.saved()
    ruth.stop_here()
    ruth.tap("Look over and send")
    ruth.tap("Send")
    expect(review.get_by_text("Say first whether the young person has said yes.")).to_be_visible()
    review.get_by_label("Not yet", exact=True).check(force=True)
    ruth.tap("Send")
    ruth.shown("sent")

    worker = desk("worker")
    worker.wait_for_words(AMINA, "It is too loud")
    point = worker.point("What worries me at home:")
    expect(point.get_by_text(f"Written by {RUTH}, advocate.")).to_be_visible()
    expect(point.get_by_text("Not yet approved")).to_be_visible()
    expect(point.get_by_role("link", name="Say what happened")).to_have_count(0)

    amina.shown("home").get_by_role("button", name="say yes or no").click(timeout=SOON)
    asked = amina.shown("approve")
    home = asked.get_by_role("article").filter(has_text="It is too loud")
    expect(home.get_by_text("They say these are their words for you.")).to_be_visible()
    home.get_by_role("button", name="Yes, I want to say this").click()
    online = asked.get_by_role("article").filter(has_text="Not so")
    online.get_by_role("button", name="No", exact=False).click()
    expect(asked.get_by_text("There is nothing to say yes or no to.")).to_be_visible(timeout=SOON)
    amina.go_home()
    amina.tap("See who has read it")
    expect(amina.shown("said").get_by_text(f"Written for you by {RUTH}")).to_be_visible()
    assert amina.shown("said").get_by_text("Not so").count() == 0

    worker.page.reload()
    expect(point.get_by_text("The young person said yes to it")).to_be_visible()
    expect(point.get_by_role("link", name="Say what happened")).to_have_count(1)
    refused = worker.point("What worries me online:")
    expect(refused.get_by_text("The young person said no to it")).to_be_visible()
    expect(refused.get_by_role("link", name="Say what happened")).to_have_count(0)


def test_a_caseload_says_first_what_needs_doing(council: Council, phone: NewPhone) -> None:
    """Three young people's notes on one phone: each is one tap away, sorted by what is to do."""
    ruth = phone()
    ruth.claim(council.invitation("parent"))
    other = council.invitation(which=1)
    ruth.claim_another(other)
    ruth.claim_another(council.invitation("advocate"))
    ruth.draft("good", "good-well", "Not sent yet")
    first = ruth.shown("home").locator("[data-space]").first
    expect(first).to_be_visible()
    assert ruth.page.evaluate(
        """() => document.querySelector('[data-list="spaces"]')
          .compareDocumentPosition(document.querySelector('.three')) & 4"""
    )
    ruth.turn_to(other["who"])
    mine = ruth.shown("home").locator("[data-space]").first
    expect(mine).to_contain_text(AMINA)
    expect(mine).to_contain_text("Not sent yet: 1")
    expect(mine).to_contain_text("The meeting:")
