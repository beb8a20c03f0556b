"""Somebody comes into the room: gone at once, also with no signal, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import clock
from tests.journeys.council import Council
from tests.journeys.every_page import names
from tests.journeys.phone import Phone
from tests.journeys.photos import photo
from tests.journeys.shots import show
from tests.journeys.waiting import SOON, until

NewPhone = Callable[..., Phone]
PIN = "246810"
LEAVE = """
(words) => {
  const box = document.querySelector('[data-question]:not([hidden]) textarea');
  if (box && words) {
    box.value = words;
    box.dispatchEvent(new Event('input', {bubbles: true}));
  }
  document.querySelector('[data-act="leave"]').click();
  return document.body.innerText.trim();
}
"""
IS_SHOWN = "(name) => document.querySelector(`[data-page=${name}]`)?.checkVisibility()"
CALLS_NOBODY = """
document.addEventListener('click', (event) => {
  if (event.target.closest('a[href^="tel:"]')) event.preventDefault();
})
"""
"""A browser of these tests is no telephone: nothing but the call itself is left out."""
OUT_OF_SIGHT = """
(state) => {
  Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => state});
  document.dispatchEvent(new Event('visibilitychange'));
}
"""


def leave(phone: Phone, words: str = "") -> None:
    """Nothing is left of the page in the very moment; then there is another one."""
    assert phone.page.evaluate(LEAVE, words) == ""
    expect(phone.page.get_by_role("heading", name="Times tables")).to_be_visible(timeout=SOON)
    assert phone.page.title() == "Times tables"


def turn(page: Page, way: str) -> None:
    """As the browser's own Back and Forward do."""
    page.evaluate("way => { setTimeout(() => history[way]()); }", way)


def says_nothing(page: Page) -> None:
    text = page.locator("body").inner_text()
    for told in ("Amina", "meeting", "worker", "letter"):
        assert told not in text


@pytest.mark.parametrize("pin", ["", PIN])
@pytest.mark.firefox
def test_leaving_shuts_from_every_page_with_no_signal_and_keeps_what_was_typed(
    council: Council, phone: NewPhone, pin: str
) -> None:
    amina = phone()
    amina.claim(council.invitation(), pin=pin)
    amina.wait_until_kept()
    council.stop_half("outside")
    door = "locked" if pin else "shut"

    def come_back() -> None:
        turn(amina.page, "back")
        says_nothing(amina.shown(door).page)
        turn(amina.page, "forward")
        until(amina.page, lambda: amina.page.evaluate("document.title") == "Times tables")
        turn(amina.page, "back")
        until(amina.page, lambda: amina.page.evaluate(IS_SHOWN, door))
        amina.page.reload()
        says_nothing(amina.shown(door).page)
        if pin:
            amina.shown(door).get_by_label("Six digits").fill(pin)
        amina.tap("Open")
        amina.shown("home")

    amina.start("good")
    amina.stop_here()
    leave(amina)
    come_back()
    amina.start("good")
    amina.question("good-well")
    leave(amina, "The last words before")
    come_back()
    amina.start("good")
    kept = amina.question("good-well").locator("textarea")
    assert kept.input_value() == "The last words before"
    amina.page.get_by_role("button", name="I need help now").click()
    amina.shown("help")
    leave(amina)
    come_back()


@pytest.mark.firefox
def test_from_each_page_there_is_nothing_left_in_the_very_moment(
    council: Council, phone: NewPhone
) -> None:
    """Every page but the questions', which are all alike; afterwards the notes are shut."""
    amina = phone()
    amina.claim(council.invitation())
    amina.draft("good", "good-well", "Something")
    for name in [one for one in names(amina.page) if not one.startswith("q-")]:
        show(amina.page, name)
        leave(amina)
        amina.page.goto(council.outside)
        amina.shown("shut")
        amina.tap("Open")
        amina.shown("home")


@pytest.mark.firefox
def test_a_locked_phone_can_be_left_too(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation(), pin=PIN)
    amina.page.reload()
    amina.shown("locked")
    leave(amina)
    amina.page.goto(council.outside)
    amina.shown("locked")


@pytest.mark.firefox
def test_out_of_sight_there_is_nothing_to_see_and_after_a_minute_it_is_shut(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.page.clock.install(time=clock.now())
    amina.page.reload()
    amina.shown("home")
    amina.start("good")
    amina.write("good-well", "Half a sentence")
    amina.page.evaluate(OUT_OF_SIGHT, "hidden")
    expect(amina.page.locator("main")).not_to_be_visible()
    amina.page.clock.fast_forward(30_000)
    amina.page.evaluate(OUT_OF_SIGHT, "visible")
    amina.shown("q-good-well")
    amina.page.evaluate(OUT_OF_SIGHT, "hidden")
    amina.page.clock.fast_forward(61_000)
    amina.shown("shut")
    amina.tap("Open")
    amina.start("good")
    kept = amina.question("good-well").locator("textarea")
    assert kept.input_value() == "Half a sentence"


@pytest.mark.firefox
def test_untouched_for_five_minutes_it_is_shut(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation(), pin=PIN)
    amina.page.clock.install(time=clock.now())
    amina.page.reload()
    amina.shown("locked").get_by_label("Six digits").fill(PIN)
    amina.tap("Open")
    amina.shown("home")
    amina.page.clock.fast_forward(299_000)
    amina.shown("home")
    amina.page.mouse.click(5, 5)
    amina.page.clock.fast_forward(299_000)
    amina.shown("home")
    amina.page.clock.fast_forward(2_000)
    amina.shown("locked")


@pytest.mark.firefox
def test_who_goes_to_the_camera_or_to_a_call_is_expected_back_for_ten_minutes(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.page.clock.install(time=clock.now())
    amina.page.reload()
    amina.shown("home")
    taken = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo(amina.page, 40, 30)}
    amina.start("worries")
    asked = amina.question("worry-home")
    asked.get_by_role("button", name="Draw it, or add a photo").click()

    with amina.page.expect_file_chooser() as camera:
        amina.tap("Choose or take a photo")
    away(amina, 590_000)
    amina.page.evaluate(OUT_OF_SIGHT, "visible")
    amina.shown("q-worry-home")
    camera.value.set_files([taken])
    amina.sees("Your picture is on this phone.")
    amina.saved()

    amina.page.evaluate(CALLS_NOBODY)
    amina.page.get_by_role("button", name="I need help now").click()
    amina.shown("help").get_by_text("Police, when it is not an emergency").click()
    away(amina, 590_000)
    amina.page.evaluate(OUT_OF_SIGHT, "visible")
    amina.shown("help")
    away(amina, 61_000)
    amina.shown("shut")
    amina.tap("Open")
    amina.shown("home")
    amina.sees("did not reach your notes", 0)


@pytest.mark.firefox
def test_a_photo_that_comes_back_to_notes_that_were_shut_is_said_to_be_lost(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation(), pin=PIN)
    amina.page.clock.install(time=clock.now())
    amina.page.reload()
    amina.unlock(PIN)
    amina.start("worries")
    asked = amina.question("worry-home")
    asked.get_by_role("button", name="Draw it, or add a photo").click()
    with amina.page.expect_file_chooser():
        amina.tap("Choose or take a photo")
    away(amina, 601_000)
    amina.unlock(PIN)
    amina.shown("home")
    amina.sees("did not reach your notes")
    amina.tap("Go back to that question")
    amina.shown("q-worry-home")
    amina.go_home()
    amina.sees("did not reach your notes", 0)


def away(phone: Phone, milliseconds: int) -> None:
    """Out of sight for so long."""
    phone.page.evaluate(OUT_OF_SIGHT, "hidden")
    phone.page.clock.fast_forward(milliseconds)
