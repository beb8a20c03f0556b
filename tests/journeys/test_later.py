"""A mailbox that says "not now": what was written stays, the phone says so and tries again."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.waiting import SOON, until

NewPhone = Callable[..., Phone]
SAFE = "Your words are safe on this phone. They go by themselves, later."
AFTER = 3
"""Seconds that the phone is asked to wait."""

pytestmark = pytest.mark.chromium


def is_sending(url: str) -> bool:
    return "/up/" in url or url.endswith("/frames/up")


def points(council: Council) -> int:
    found: int = council.record("select count(*) from points")[0][0]
    return found


@pytest.mark.parametrize("status", [429, 503, 507])
def test_it_says_so_waits_as_long_as_it_was_asked_and_sends_by_itself(
    council: Council, phone: NewPhone, status: int
) -> None:
    """The first answer is one that a proxy might give too: with no code of ours in it."""
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    sent: list[float] = []

    def not_now(route: Route) -> None:
        sent.append(time.monotonic())
        if len(sent) > 1:
            return route.continue_()
        return route.fulfill(status=status, headers={"Retry-After": str(AFTER)}, body="no")

    amina.page.route(is_sending, not_now)
    amina.draft("good", "good-proud", "My drumming")
    amina.send()
    amina.sees(SAFE)
    for _ in range(5):
        amina.page.evaluate("dispatchEvent(new Event('online'))")
    until(amina.page, lambda: points(council) == 1)
    assert sent[1] - sent[0] >= AFTER, "not before it was asked to"
    expect(amina.shown("sent").get_by_text(SAFE)).to_be_hidden(timeout=SOON)


def full(council: Council) -> None:
    """The mailbox begins anew where nearly all of the disk is to stay free."""
    council.environment["YOUTHVOICE_MAILBOX_FREE_MIB"] = "1000000000"
    council.start_half("outside")


def test_a_full_mailbox_loses_nothing_and_still_gives_what_it_has(
    council: Council, phone: NewPhone
) -> None:
    """For real: two sendings in one parcel, a disk that is to stay free, and room again."""
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    council.stop_half("outside")
    for question, words in (("good-proud", "My drumming"), ("good-well", "Maths")):
        amina.draft("good", question, words)
        amina.send()
        amina.go_home()
    full(council)
    amina.page.reload()
    waiting = amina.shown("home").get_by_text(SAFE)
    expect(waiting).to_be_visible(timeout=SOON)
    assert amina.shown("home").get_by_text("until there is signal").is_hidden()
    council.stop_half("outside")
    del council.environment["YOUTHVOICE_MAILBOX_FREE_MIB"]
    council.start_half("outside")
    amina.page.reload()
    until(amina.page, lambda: points(council) == 2)
    expect(waiting).to_be_hidden(timeout=SOON)


def test_a_claim_that_must_wait_says_so_and_works_afterwards(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    invitation = council.invitation()
    council.stop_half("outside")
    council.environment["YOUTHVOICE_STRANGER_AT_ONCE"] = "1"
    council.environment["YOUTHVOICE_STRANGER_PER_SECOND"] = "0.001"
    council.start_half("outside")
    amina.open(invitation["link"])
    asked = amina.shown("open")
    amina.page.get_by_label("Your check number").fill("000000")
    amina.tap("Open")
    expect(asked.get_by_text("That check number is not right. Tries left: 9")).to_be_visible(
        timeout=SOON
    )
    amina.page.get_by_label("Your check number").fill(invitation["check_number"])
    amina.tap("Open")
    told = asked.get_by_text("Too much is going on here just now. Nothing is lost.")
    expect(told).to_be_visible(timeout=SOON)
    council.stop_half("outside")
    del council.environment["YOUTHVOICE_STRANGER_AT_ONCE"]
    council.start_half("outside")
    amina.tap("Open")
    amina.shown("pin")
