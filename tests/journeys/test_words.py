"""A hard word in what she reads is tapped for its meaning (requirement 13)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.measuring import install, measured
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.test_access import findings
from tests.journeys.waiting import until

NewPhone = Callable[..., Phone]
Sit = Callable[..., Desk]
LETTER = """Dear Amina,

The core group meets on Monday. Your <strong>social worker</strong> brings the core group's notes.

<ul><li>Plan B is the Contingency. QA and the hub look at it, and at each risk.</li></ul>

<h2>The core group</h2>"""
OUR_CORE_GROUP = "A small group who check the plan is happening."
HUB = "A place in Mill Road. You can go there after school."

PASSAGES = """
async (file) => {
  const said = [];
  const speech = {cancel() {}, speak(one) { said.push(one.text); setTimeout(() => one.onend()); }};
  Object.defineProperty(window, 'speechSynthesis', {value: speech, configurable: true});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const { say } = await import(file);
  const letter = document.querySelector('[data-page=letter]');
  await new Promise((ended) => say(letter, {lang: ''}, ended));
  return said;
}
"""


def published(council: Council, amina: Phone, desk: Sit) -> None:
    """She has a letter with hard words in it, and has seen that there is one."""
    story.say_two_things(amina, council)
    worker, chair = desk("worker"), desk("chair")
    story.read_and_talk(worker)
    chair.case(story.AMINA)
    chair.write_plan("The core group meets you.", "Core group", "Jo, youth worker")
    chair.write_letter(LETTER)
    story.answer_both(chair, worker)
    chair.publish()
    amina.go_home()
    amina.sees("The letter to you")


def words_in(page: Locator) -> list[str]:
    expect(page.locator(".word").first).to_be_visible()
    return page.locator(".word").all_inner_texts()


def letter_of(amina: Phone) -> Locator:
    amina.tap("The letter to you")
    return amina.shown("letter")


@pytest.mark.firefox
def test_a_hard_word_is_tapped_with_no_signal(council: Council, phone: NewPhone, desk: Sit) -> None:
    """Each once in a paragraph, the meaning behind it; on a card once."""
    amina = phone()
    published(council, amina, desk)
    amina.wait_until_kept()
    council.stop_half("outside")
    amina.close()
    amina.open()
    letter = letter_of(amina)
    expected = ["core group", "social worker", "Contingency", "QA", "risk", "core group"]
    assert words_in(letter)[: len(expected)] == expected
    word = letter.get_by_role("button", name="core group").first
    word.click()
    meaning = letter.get_by_role("group", name="core group")
    expect(meaning).to_contain_text(OUR_CORE_GROUP)
    expect(word).to_have_attribute("aria-expanded", "true")
    meaning.get_by_role("button", name="Close").click()
    expect(meaning).to_have_count(0)
    expect(word).to_have_attribute("aria-expanded", "false")
    amina.go_home()
    amina.tap("Your plan")
    plan = amina.shown("plan")
    assert words_in(plan)[0] == "core group"
    card = plan.locator(".action").first
    expect(card.get_by_role("button", name="core group", exact=True)).to_have_count(1)
    amina.go_home()
    amina.tap("You said, and what happened")
    assert "social worker" in words_in(amina.shown("happened"))


def test_a_keyboard_is_enough_and_everything_has_room(
    council: Council, phone: NewPhone, desk: Sit
) -> None:
    amina = phone()
    published(council, amina, desk)
    letter = letter_of(amina)
    page = amina.page
    words_in(letter)
    install(page)
    page.set_viewport_size({"width": 320, "height": 740})
    word = letter.get_by_role("button", name="social worker").first
    word.focus()
    page.keyboard.press("Enter")
    meaning = letter.get_by_role("group", name="social worker")
    expect(meaning).to_be_focused()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        wrong = measured(page, "sideways", "cut", "layered", "targets", "touching", "contrast")
        assert wrong + findings(page) == []
    page.keyboard.press("Escape")
    expect(word).to_be_focused()
    expect(meaning).to_have_count(0)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(word).to_be_focused()
    expect(meaning).to_have_count(0)


def test_an_areas_word_and_its_meaning_of_ours(
    council: Council, phone: NewPhone, desk: Sit, tmp_path: Path
) -> None:
    file = tmp_path / "words.toml"
    file.write_text(f'"the hub" = "{HUB}"\n"Core group" = "Four people."', "utf-8")
    amina = phone()
    published(council, amina, desk)
    assert "the hub" not in words_in(letter_of(amina))
    council.stop_half("inside")
    council.environment["YOUTHVOICE_AREA_WORDS"] = str(file)
    council.start_half("inside")

    def has_come() -> bool:
        amina.page.reload()
        letter = letter_of(amina)
        return "the hub" in words_in(letter)

    until(amina.page, has_come)
    letter = amina.shown("letter")
    letter.get_by_role("button", name="the hub").tap()
    expect(letter.get_by_role("group", name="the hub")).to_contain_text(HUB)
    letter.get_by_role("button", name="core group").first.tap()
    expect(letter.get_by_role("group", name="core group")).to_contain_text("Four people.")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_text_with_hard_words_reads_as_it_did(
    council: Council, phone: NewPhone, desk: Sit, direction: str
) -> None:
    """Nothing is added to the words; from right to left they are found as well."""
    amina = phone()
    published(council, amina, desk)
    page: Page = amina.page
    page.evaluate("direction => { document.documentElement.dir = direction; }", direction)
    letter = letter_of(amina)
    words_in(letter)
    first = letter.locator(".letter__words p").nth(1)
    assert first.text_content() == (
        "The core group meets on Monday. Your social worker brings the core group's notes."
    )
    file = page.locator("[data-act=listen]").get_attribute("data-file")
    spoken = page.evaluate(PASSAGES, file)
    assert (
        "The core group meets on Monday. Your social worker brings the core group's notes."
        in spoken
    )
