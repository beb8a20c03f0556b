"""What must hold on every phone, told with the verbs that Chromium, Firefox and WebKit share."""

import json
from collections.abc import Callable

import pytest

from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk

NewPhone = Callable[..., Phone]
PIN = "246810"
WORDS = 'Mum\'s tired — "really" tired & بالعربية, Cymraeg ŵ, 🙂.'


def kept(council: Council) -> dict[str, object]:
    """What the record holds, by question; twice the same question is a fault."""
    rows = council.record("select question, value from points order by n")
    assert len(dict(rows)) == len(rows)
    return {question: json.loads(value) for question, value in rows}


@pytest.mark.firefox
def test_said_behind_a_pin_with_no_signal_it_outlives_the_browser_and_arrives_once(
    council: Council, phone: NewPhone
) -> None:
    """Promise 1, and what the vault and the outbox need of a browser."""
    amina = phone()
    amina.claim(council.invitation(), pin=PIN)
    amina.wait_until_kept()
    council.stop_half("outside")
    amina.start("worries")
    amina.pick("safe-home", "7")
    amina.write("worry-home", WORDS)
    amina.stop_here()
    amina.close()

    amina.open()
    amina.unlock("000000")
    amina.sees("That is not it.")
    amina.close()
    amina.open()
    amina.unlock(PIN)
    assert amina.drafted("worries", "worry-home") == WORDS
    amina.stop_here()
    amina.send()
    amina.tap("See where my words are")
    amina.sees("On this phone, waiting for signal", times=2)
    amina.close()

    amina.open()
    amina.unlock(PIN)
    amina.shown("home")
    council.start_half("outside")
    amina.tap("See who has read it")
    amina.sees("With your worker's team", times=2)
    assert kept(council) == {"safe-home": {"number": 7}, "worry-home": {"text": WORDS}}
    assert council.mailbox("select count(*) from waiting where direction = 'up'") == [(0,)]


@pytest.mark.firefox
def test_what_has_come_is_read_and_answered_with_no_signal(
    council: Council, phone: NewPhone, desk: Callable[..., Desk]
) -> None:
    amina = phone()
    story.tell_it_all(council, amina, desk)
    amina.close()
    council.stop_half("outside")
    amina.open()
    amina.shown("home")
    amina.tap("The letter to you")
    amina.sees("We listened.")
    amina.tap("Read your plan")
    amina.sees("Jo walks with you from the bus stop.")
    amina.tap("Say what you think")
    amina.choose("I want this changed")
    amina.tap("Read on")
    amina.sees("It is not sent yet.")
    amina.go_home()
    amina.tap("You said, and what happened")
    amina.sees("You told me that you blocked them.")


@pytest.mark.firefox
def test_a_second_tab_waits_until_the_first_has_closed(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.second_tab()
    amina.close_the_first_tab()
    amina.shown("home")
