"""The truth about storage: what is only on this phone, since when, and what could become of it."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests import clock
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.waiting import SOON

NewPhone = Callable[..., Phone]


def test_it_says_what_is_only_here_since_when_and_how_to_keep_it(
    council: Council, phone: NewPhone
) -> None:
    today = clock.today()
    amina = phone()
    amina.claim(council.invitation())
    amina.tap("What is on this phone")
    kept = amina.shown("kept")
    expect(kept.get_by_text("Nothing that you wrote is only on this phone.")).to_be_visible()
    amina.go_home()
    amina.draft("good", "good-proud", "Mine")
    amina.draft("good", "good-well", "Mine too")
    aged = amina.shown("home").get_by_text("Some of your words are only on this phone, since")
    expect(aged).to_be_hidden()

    amina.wait(3)
    amina.page.reload()
    begun = f"{today.day} {today:%B %Y}"
    expect(aged).to_be_visible(timeout=SOON)
    expect(aged).to_contain_text(begun)
    amina.tap("What is on this phone")
    expect(kept.get_by_text("Answers not sent yet: 2")).to_be_visible(timeout=SOON)
    expect(kept.get_by_text("The oldest is from")).to_contain_text(begun)
    expect(kept.get_by_text("Safari on an iPhone does")).to_be_visible()
    expect(kept.get_by_text("anybody who opens this phone can read")).to_be_visible()

    kept.get_by_role("button", name="Look over and send").click()
    council.stop_half("outside")
    amina.tap("Send")
    amina.shown("sent")
    amina.go_home()
    amina.tap("What is on this phone")
    expect(kept.get_by_text("Answers waiting for signal: 2")).to_be_visible(timeout=SOON)
    amina.go_home()
    council.start_half("outside")
    expect(aged).to_be_hidden(timeout=2 * SOON)
    amina.tap("What is on this phone")
    expect(kept.get_by_text("Nothing that you wrote is only on this phone.")).to_be_visible()
