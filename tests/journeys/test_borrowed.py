"""Somebody else's phone, used once: nothing is written to it, and its owner's notes stay apart."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.traces import readable, stored
from tests.journeys.waiting import SOON

NewPhone = Callable[..., Phone]
CANARY = "Zephyrine-7731"
AMINA = "Amina (sample)"


def borrow(phone: Phone, invitation: dict[str, str], page: str = "open") -> None:
    """Open a link on a phone that is not mine, and say so."""
    phone.open(invitation["link"])
    phone.shown(page)
    phone.tap("This is not my phone")
    asked = phone.shown("open")
    expect(asked.get_by_text("Nothing will be kept on this phone.")).to_be_visible()
    asked.get_by_label("Your check number").fill(invitation["check_number"])
    phone.tap("Open")
    heading = phone.shown("home").get_by_role("heading", name=invitation["who"])
    expect(heading).to_be_visible(timeout=SOON)


def finish(phone: Phone) -> None:
    phone.tap("I have finished")
    phone.shown("remove").locator('[data-act="remove"]').click()
    phone.tap("Yes, remove everything")
    expect(phone.page.get_by_role("heading", name="It is empty now")).to_be_visible(timeout=SOON)


@pytest.mark.firefox
def test_what_is_said_arrives_and_the_phone_has_nothing_of_it(
    council: Council, phone: NewPhone, desk: Callable[[str], Desk]
) -> None:
    friends = phone()
    borrow(friends, council.invitation())
    friends.draft("good", "good-proud", CANARY)
    friends.send()
    desk("worker").wait_for_words(AMINA, CANARY)
    friends.go_home()
    finish(friends)
    friends.close()
    assert stored(friends) == []
    assert readable(friends, CANARY, AMINA) == []

    friends.open()
    friends.shown("open")


def test_closing_without_a_word_leaves_nothing_either(council: Council, phone: NewPhone) -> None:
    friends = phone()
    borrow(friends, council.invitation())
    friends.draft("good", "good-proud", CANARY)
    friends.close()
    assert stored(friends) == []
    assert readable(friends, CANARY, AMINA) == []


@pytest.mark.firefox
def test_only_looking_at_a_link_leaves_nothing(council: Council, phone: NewPhone) -> None:
    friends = phone()
    friends.open(council.invitation()["link"])
    friends.shown("open")
    friends.close()
    assert stored(friends) == []


@pytest.mark.firefox
def test_what_is_not_sent_warns_before_the_page_is_left(council: Council, phone: NewPhone) -> None:
    friends = phone()
    borrow(friends, council.invitation())
    friends.draft("good", "good-proud", "Not sent")
    with friends.page.expect_event("dialog") as asked:
        friends.page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    friends.tap("I have finished")
    expect(friends.shown("remove").get_by_text("Answers not sent yet: 1")).to_be_visible(
        timeout=SOON
    )


@pytest.mark.firefox
def test_leaving_at_once_asks_nothing_and_a_step_back_finds_nothing(
    council: Council, phone: NewPhone
) -> None:
    friends = phone()
    borrow(friends, council.invitation())
    friends.draft("good", "good-proud", CANARY)
    friends.tap("Leave now")
    expect(friends.page.get_by_role("heading", name="Times tables")).to_be_visible(timeout=SOON)
    friends.page.go_back()
    assert CANARY not in friends.page.content()
    assert friends.page.evaluate("sessionStorage.length") == 0
    friends.close()
    assert stored(friends) == []


def test_its_owners_notes_are_neither_seen_nor_touched(council: Council, phone: NewPhone) -> None:
    """Amina lends her phone to Hodan: with a PIN and without one."""
    for pin, page in (("", "open"), ("246810", "locked")):
        amina = phone(f"amina{pin}")
        amina.claim(council.invitation(which=1 if pin else 0), pin=pin)
        amina.wait_until_kept()
        amina.draft("good", "good-proud", "What the owner wrote")
        amina.close()
        borrow(amina, council.invitation("advocate" if pin else "parent"), page)
        assert "What the owner wrote" not in amina.page.content()
        finish(amina)
        amina.close()
        amina.open()
        if pin:
            amina.shown("locked").get_by_label("Six digits").fill(pin)
            amina.tap("Open")
        assert amina.drafted("good", "good-proud") == "What the owner wrote"
        amina.close()
