"""Everything is removed from this phone: asked once more, and then nothing of it is left."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.traces import readable, stored
from tests.journeys.waiting import SOON

NewPhone = Callable[..., Phone]
CANARY = "Zephyrine-7731"


def remove(phone: Phone) -> None:
    """From home: everything, asked once more."""
    phone.tap("Remove everything")
    asked = phone.shown("remove")
    asked.locator('[data-act="remove"]').click()
    phone.tap("Yes, remove everything")
    expect(phone.page.get_by_role("heading", name="It is empty now")).to_be_visible(timeout=SOON)


@pytest.mark.firefox
def test_it_is_all_gone_and_a_reload_knows_nobody(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    amina.draft("good", "good-proud", CANARY)
    remove(amina)
    text = amina.page.locator("body").inner_text()
    assert "Amina" not in text and CANARY not in amina.page.content()
    amina.close()
    assert stored(amina) == []
    assert readable(amina, CANARY) == []

    amina.open()
    amina.shown("open")
    amina.close()
    assert stored(amina) == []


def test_it_says_first_what_would_be_lost_and_can_be_sent(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.draft("good", "good-proud", "Not sent yet")
    amina.tap("Remove everything")
    asked = amina.shown("remove")
    expect(asked.get_by_text("Answers not sent yet: 1")).to_be_visible(timeout=SOON)
    asked.locator('[data-act="remove"]').click()
    amina.tap("No, keep it")
    expect(asked.get_by_text("Are you sure?")).to_be_hidden()
    asked.get_by_role("button", name="Look over and send").click()
    amina.shown("review")
    amina.tap("Send")
    amina.shown("sent")
    amina.go_home()
    amina.tap("Remove everything")
    expect(asked.get_by_text("Answers not sent yet: 1")).to_be_hidden(timeout=SOON)


@pytest.mark.firefox
def test_it_needs_no_signal_and_a_new_link_opens_afterwards(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation(), pin="246810")
    amina.wait_until_kept()
    council.stop_half("outside")
    remove(amina)
    council.start_half("outside")
    amina.close()
    amina.claim(council.invitation("parent"))
    expect(amina.shown("home").get_by_role("heading", name="Hodan (sample)")).to_be_visible()


def test_the_search_for_what_is_stored_would_find_it(council: Council, phone: NewPhone) -> None:
    """A phone in ordinary use has a database and a cache, and an open word would be read."""
    amina = phone()
    amina.claim(council.invitation())
    amina.wait_until_kept()
    amina.page.evaluate("words => localStorage.setItem('x', words)", CANARY)
    amina.close()
    assert any("IndexedDB" in path or "idb" in path for path in stored(amina))
    assert any("CacheStorage" in path or "cache" in path for path in stored(amina))
    assert readable(amina, CANARY) != []
