"""A page is read aloud by a voice that lives on the phone.

The browsers of the tests have no voice, which is itself tried first. For the rest a voice is made
up in the page: it says nothing, tells what it was asked to say, and moves on when it is told to.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone

NewPhone = Callable[..., Phone]
MADE_UP = """
(voices) => {
  const asked = [];
  const made = new EventTarget();
  Object.assign(made, {
    asked,
    hushed: 0,
    getVoices: () => voices,
    speak: (one) => { asked.push(one); },
    cancel: () => { made.hushed += 1; },
    texts: () => asked.map(({ text }) => text.replace(/\\s+/g, ' ').trim()),
    word: (charIndex, charLength) =>
      asked.at(-1).onboundary({ name: 'word', charIndex, charLength }),
    end: () => asked.at(-1).onend(),
    fail: (error) => asked.at(-1).onerror({ error }),
  });
  Object.defineProperty(window, 'speechSynthesis', { value: made });
  window.SpeechSynthesisUtterance = class {
    constructor(text) { this.text = text; }
  };
}
"""
OWN = {"lang": "en-GB", "localService": True, "name": "own"}
REMOTE = {"lang": "en-GB", "localService": False, "name": "remote"}
OTHERS = {"lang": "fr-FR", "localService": True, "name": "another language"}
AMERICAN = {"lang": "en_US", "localService": True, "name": "american"}
MARKED = "() => [...(CSS.highlights?.get('spoken') ?? [])].map((range) => range.toString())"


def with_voices(phone: Phone, *voices: dict[str, Any]) -> Phone:
    phone.switch_on()
    assert phone.context
    phone.context.add_init_script(f"({MADE_UP})({json.dumps(voices)})")
    return phone


def listen(phone: Phone) -> Locator:
    return phone.page.locator('[data-act="listen"]')


def begin(phone: Phone) -> None:
    """Press the button, and hear the first of it."""
    before = len(said(phone))
    listen(phone).click()
    phone.page.wait_for_function("before => speechSynthesis.asked.length > before", arg=before)


def said(phone: Phone) -> list[str]:
    texts: list[str] = phone.page.evaluate("speechSynthesis.texts()")
    return texts


def hear_out(phone: Phone) -> list[str]:
    """Let the voice say all it is given."""
    while "Stop" in listen(phone).inner_text():
        phone.page.evaluate("speechSynthesis.end()")
    return said(phone)


def test_with_no_voice_nothing_is_offered(council: Council, phone: NewPhone) -> None:
    """The real browser, as it is: it has no voice here."""
    amina = phone()
    amina.open()
    amina.shown("open")
    assert amina.page.evaluate("window.speechSynthesis?.getVoices().length ?? 0") == 0
    expect(listen(amina)).to_be_hidden()


@pytest.mark.parametrize("voice", [REMOTE, OTHERS], ids=lambda voice: voice["name"])
def test_a_voice_that_is_not_the_phones_own_or_of_another_language_is_not_used(
    council: Council, phone: NewPhone, voice: dict[str, Any]
) -> None:
    """What is read must never go to a server."""
    amina = with_voices(phone(), voice)
    amina.open()
    amina.shown("open")
    expect(listen(amina)).to_be_hidden()


def test_a_voice_that_comes_late_is_offered(council: Council, phone: NewPhone) -> None:
    amina = with_voices(phone())
    amina.open()
    amina.shown("open")
    expect(listen(amina)).to_be_hidden()
    amina.page.evaluate(
        """voice => {
          speechSynthesis.getVoices = () => [voice];
          speechSynthesis.dispatchEvent(new Event('voiceschanged'));
        }""",
        AMERICAN,
    )
    expect(listen(amina)).to_be_visible()


def test_a_page_is_read_from_its_heading_on_and_each_word_is_marked(
    council: Council, phone: NewPhone
) -> None:
    amina = with_voices(phone(), REMOTE, AMERICAN, OWN)
    amina.claim(council.invitation())
    amina.wait_until_kept()
    council.stop_half("outside")
    amina.start("worries")
    amina.question("safe-home")
    begin(amina)
    expect(listen(amina)).to_have_text("Stop", use_inner_text=True)
    assert said(amina) == ["How safe do you feel at home?"]
    assert amina.page.evaluate("speechSynthesis.asked[0].voice.name") == "own"
    assert amina.page.evaluate("speechSynthesis.asked[0].lang") == "en-GB"
    amina.page.evaluate("speechSynthesis.word(4, 4)")
    assert amina.page.evaluate(MARKED) in (["safe"], [])
    expect(amina.page.locator("[data-spoken]")).to_contain_text("How safe do you feel at home?")
    amina.page.evaluate("speechSynthesis.word(21, 0)")
    assert amina.page.evaluate(MARKED) in (["at"], [])

    texts = hear_out(amina)
    expect(listen(amina)).to_have_text("Listen", use_inner_text=True)
    expect(amina.page.locator("[data-spoken]")).to_have_count(0)
    assert amina.page.evaluate(MARKED) == []
    assert texts[1] == "0 means not safe at all. 10 means very safe."
    assert texts[2:5] == ["Not safe at all", "0", "1"]
    assert "Back" not in texts
    assert not [text for text in texts if "Your social worker reads it." in text], "it is closed"


@pytest.mark.chromium
def test_the_word_is_marked_in_a_browser_that_can(council: Council, phone: NewPhone) -> None:
    amina = with_voices(phone(), OWN)
    amina.open()
    amina.shown("open")
    begin(amina)
    amina.page.evaluate("speechSynthesis.word(5, 4)")
    assert amina.page.evaluate(MARKED) == ["your"]


def test_what_i_wrote_is_read_before_i_send_it(council: Council, phone: NewPhone) -> None:
    amina = with_voices(phone(), OWN)
    amina.claim(council.invitation())
    amina.draft("good", "good-proud", "My little brother")
    amina.tap("Look over and send")
    amina.shown("review")
    begin(amina)
    assert "My little brother" in hear_out(amina)


def test_a_long_letter_is_said_in_parts_and_what_the_voice_fails_at_is_told(
    council: Council, phone: NewPhone
) -> None:
    """Android's speech takes 4,000 characters at once, and ends without a word at more."""
    amina = with_voices(phone(), OWN)
    amina.claim(council.invitation())
    words = " ".join(f"This is sentence number {n} of many." for n in range(160))
    amina.draft("good", "good-proud", words)
    amina.tap("Look over and send")
    amina.shown("review")
    begin(amina)
    texts = hear_out(amina)
    assert max(len(text) for text in texts) <= 4_000
    assert words in " ".join(texts)
    untold = amina.page.get_by_text("Some of this page could not be read aloud.")
    expect(untold).to_be_hidden()

    before = len(texts)
    begin(amina)
    amina.page.evaluate("speechSynthesis.fail('synthesis-failed')")
    assert len(said(amina)) == before + 2, "it goes on"
    assert len(hear_out(amina)) == 2 * before
    expect(untold).to_be_visible()
    begin(amina)
    expect(untold).to_be_hidden()


def test_it_hushes_when_it_is_told_when_the_page_changes_and_on_leaving(
    council: Council, phone: NewPhone
) -> None:
    amina = with_voices(phone(), OWN)
    amina.claim(council.invitation())
    hushed = "speechSynthesis.hushed"
    begin(amina)
    listen(amina).click()
    expect(listen(amina)).to_have_text("Listen", use_inner_text=True)
    assert amina.page.evaluate(hushed) == 1
    begin(amina)
    amina.start("good")
    expect(listen(amina)).to_have_text("Listen", use_inner_text=True)
    assert amina.page.evaluate(hushed) == 2
    begin(amina)
    amina.page.go_back()
    expect(listen(amina)).to_have_text("Listen", use_inner_text=True)
    assert amina.page.evaluate(hushed) == 3
    begin(amina)
    amina.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert amina.page.evaluate(hushed) == 4
    assert len(said(amina)) == 4


def test_pressed_twice_before_it_could_begin_it_says_nothing(
    council: Council, phone: NewPhone
) -> None:
    amina = with_voices(phone(), OWN)
    amina.open()
    amina.shown("open")
    listen(amina).evaluate("one => { one.click(); one.click(); one.click(); one.click(); }")
    expect(listen(amina)).to_have_text("Listen", use_inner_text=True)
    begin(amina)
    assert len(said(amina)) == 1
