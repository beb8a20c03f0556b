"""What is said with no signal waits, through restarts, and arrives."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.waiting import SOON

NewPhone = Callable[..., Phone]


def test_said_with_no_signal_it_waits_through_a_restart_and_arrives_once(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    council.stop_half("outside")

    amina.start("worries")
    amina.pick("safe-home", "7")
    amina.write("worry-home", "Mum is tired.")
    amina.stop_here()
    amina.close()

    amina.open()
    amina.shown("home")
    assert amina.drafted("worries", "worry-home") == "Mum is tired."
    amina.stop_here()
    amina.send()
    amina.tap("See where my words are")
    expect(amina.shown("said").get_by_text("On this phone, waiting for signal")).to_have_count(2)
    amina.close()

    amina.open()
    amina.shown("home")
    council.start_half("outside")
    amina.tap("See who has read it")
    expect(amina.shown("said").get_by_text("With your worker's team")).to_have_count(
        2, timeout=SOON
    )
    assert council.mailbox("select count(*) from waiting where direction = 'up'") == [(0,)]
