"""Who reads with effort makes the pages easy to read, and finds them so again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.waiting import SOON

NewPhone = Callable[..., Phone]
LETTERS = '18px "Clear"'


def open_look(phone: Phone) -> None:
    phone.page.get_by_label("Always here").get_by_role("button", name="Text and colours").click()
    phone.shown("look")


def choose(phone: Phone, what: str, how: str) -> None:
    group = phone.shown("look").get_by_role("group", name=what)
    group.get_by_label(how, exact=True).check(force=True)


def go_back(phone: Phone) -> None:
    phone.shown("look").get_by_role("button", name="Back", exact=True).click()


def size_of_words(phone: Phone) -> float:
    size: float = phone.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    return size


def paper(phone: Phone) -> str:
    colour: str = phone.page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def wait_until_remembered(phone: Phone, what: str, how: str) -> None:
    phone.page.wait_for_function(
        """([what, how]) => new Promise((resolve) => {
          const opening = indexedDB.open('notes');
          opening.onsuccess = () => {
            const asked = opening.result.transaction('kept').objectStore('kept').get('look');
            asked.onsuccess = () => {
              opening.result.close();
              resolve(asked.result?.[what] === how);
            };
          };
        })""",
        arg=[what, how],
    )


@pytest.mark.firefox
def test_what_is_chosen_is_worn_at_once_and_after_a_restart(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    usual, light = size_of_words(amina), paper(amina)
    open_look(amina)
    choose(amina, "Size of the words", "Very large")
    assert size_of_words(amina) == pytest.approx(1.45 * usual)
    choose(amina, "Colours", "Dark")
    dark = paper(amina)
    assert dark != light
    wait_until_remembered(amina, "colours", "dark")
    go_back(amina)
    amina.shown("home")
    amina.close()

    amina.open()
    amina.shown("home")
    assert (size_of_words(amina), paper(amina)) == (pytest.approx(1.45 * usual), dark)
    open_look(amina)
    expect(amina.page.get_by_label("Very large", exact=True)).to_be_checked()
    amina.tap("Back to how it was made")
    assert (size_of_words(amina), paper(amina)) == (usual, light)


def test_a_locked_app_is_read_in_large_letters_and_a_new_pin_leaves_them(
    council: Council, phone: NewPhone
) -> None:
    """Before anything is opened, through a PIN that seals everything again, and while locked."""
    invitation = council.invitation()
    amina = phone()
    amina.open(invitation["link"])
    amina.shown("open")
    usual = size_of_words(amina)
    open_look(amina)
    choose(amina, "Size of the words", "Large")
    wait_until_remembered(amina, "text", "large")
    go_back(amina)
    amina.shown("open").get_by_label("Your check number").fill(invitation["check_number"])
    amina.tap("Open")
    amina.shown("pin").get_by_label("Pick six digits").fill("246810")
    amina.page.get_by_label("The same six digits again").fill("246810")
    amina.tap("Use this PIN")
    amina.shown("home")
    amina.close()

    amina.open()
    locked = amina.shown("locked")
    assert size_of_words(amina) == pytest.approx(1.2 * usual)
    open_look(amina)
    expect(amina.page.get_by_text("Amina (sample)")).to_have_count(0)
    go_back(amina)
    locked.get_by_label("Six digits").fill("246810")
    amina.tap("Open")
    amina.shown("home")
    assert size_of_words(amina) == pytest.approx(1.2 * usual)


@pytest.mark.firefox
def test_the_clear_letters_cost_no_first_visit_and_are_there_with_no_signal(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.switch_on()
    fetched: list[str] = []
    amina.page.on("request", lambda request: fetched.append(request.url))
    amina.claim(council.invitation())
    assert not [url for url in fetched if "letters-" in url]
    amina.wait_until_kept()
    amina.page.wait_for_function(
        """async () => {
          const [name] = (await caches.keys()).filter((one) => one.startsWith('kept-'));
          const kept = await (await caches.open(name)).keys();
          return kept.filter(({url}) => url.includes('letters-')).length === 4;
        }"""
    )
    council.stop_half("outside")
    amina.close()

    amina.open()
    amina.shown("home")
    assert not amina.page.evaluate("font => document.fonts.check(font)", LETTERS)
    open_look(amina)
    choose(amina, "Letters", "Shapes that are easy to tell apart")
    amina.page.wait_for_function("font => document.fonts.check(font)", arg=LETTERS, timeout=SOON)
    go_back(amina)
    heading = amina.shown("home").get_by_role("heading", level=1)
    assert "Clear" in heading.evaluate("one => getComputedStyle(one).fontFamily")


def test_space_and_stillness_are_more_than_words(council: Council, phone: NewPhone) -> None:
    """WCAG 1.4.12: lines 1.5, letters 0.12, words 0.16 of the size of the letters, or more."""
    amina = phone()
    amina.claim(council.invitation())
    open_look(amina)
    choose(amina, "Space between words and lines", "More space")
    choose(amina, "Things that move", "Keep things still")
    style = amina.page.locator('[data-page="look"] p').evaluate(
        """(one) => {
          const style = getComputedStyle(one);
          const size = parseFloat(style.fontSize);
          const names = ['lineHeight', 'letterSpacing', 'wordSpacing', 'marginBlockEnd'];
          return names.map((name) => Math.round(100 * parseFloat(style[name]) / size) / 100);
        }"""
    )
    for value, least in zip(style, [1.5, 0.12, 0.16, 2], strict=True):
        assert value >= least
    moves = amina.page.locator(".ring circle").first
    assert moves.evaluate("one => getComputedStyle(one).transitionDuration") == "0s"


def test_nothing_is_lost_at_320_px_in_the_largest_and_widest_letters(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    open_look(amina)
    choose(amina, "Size of the words", "Very large")
    choose(amina, "Letters", "Shapes that are easy to tell apart")
    choose(amina, "Space between words and lines", "More space")
    amina.page.set_viewport_size({"width": 320, "height": 640})
    wider = amina.page.evaluate(
        """() => [...document.querySelectorAll('[data-page]')].map((page) => {
          for (const one of document.querySelectorAll('[data-page]')) one.hidden = one !== page;
          const { scrollWidth, clientWidth } = document.documentElement;
          return [page.dataset.page, scrollWidth - clientWidth];
        }).filter(([, more]) => more > 0)"""
    )
    assert wider == []
