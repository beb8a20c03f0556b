"""What browsers do to a page beside us: extensions that put things into it, and translators."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.waiting import until

NewPhone = Callable[..., Phone]
EXTENSION = """
() => {
  for (const page of document.querySelectorAll('[data-question], [data-page="review"]')) {
    const id = page.dataset.question ?? 'review';
    const copy = page.querySelector('textarea')?.cloneNode();
    if (copy) copy.value = 'An extension';
    const named = (name, type) =>
      Object.assign(document.createElement('input'), { name, type, value: 'An extension' });
    const ticked = Object.assign(named('now', 'checkbox'), { checked: true });
    ticked.dataset.now = '';
    page.prepend(
      ...(copy ? [copy] : []),
      named(`${id}-mirror`, 'text'), named(`${id}-voice`, 'hidden'), named('email', 'text'), ticked,
    );
  }
}
"""
"""A grammar checker mirrors a box with all its attributes; others put fields of their own."""
TRANSLATOR = """
() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const node of found) {
    const isLeft = node.parentElement.closest('[translate="no"], script, style');
    if (isLeft || !node.data.trim()) continue;
    const font = document.createElement('font');
    font.textContent = `TRANSLATED ${node.data.length}`;
    node.replaceWith(font);
  }
}
"""
"""As the translators of browsers do: every text that may be translated is replaced by another."""


def said(council: Council) -> list[Any]:
    rows = council.record("select words from envelopes")
    return [answer for (words,) in rows for answer in json.loads(words).get("answers", [])]


def saved_copy(page: Page) -> str:
    with page.expect_download() as coming:
        page.locator('[data-act="save-copy"]').click()
    return coming.value.path().read_text("utf-8")


@pytest.mark.chromium  # the tools that drive Firefox do not tell of a file that was kept
def test_neither_an_extension_nor_a_translator_puts_words_into_somebodys_mouth(
    council: Council, phone: NewPhone
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    amina.page.evaluate(EXTENSION)
    amina.start("worries")
    asked = amina.question("worry-home")
    box = asked.locator("textarea").last
    for blank in ("   \n\t ", "\u200b\u00a0", "\u3164"):
        box.fill(blank)
        expect(asked.get_by_role("button", name="Skip this one")).to_be_visible()
    box.fill("My own words")
    amina.saved()
    amina.stop_here()
    amina.start("how")
    amina.pick("how-join", "Online")
    amina.stop_here()

    amina.page.evaluate(TRANSLATOR)
    expect(amina.page.locator('[data-page="home"] h1 bdi')).to_have_text("Amina (sample)")
    amina.page.locator('[data-go="review"]:visible').first.click()
    lines = amina.shown("review").locator(".line")
    expect(lines).to_have_text(["Online", "My own words"])
    amina.page.locator('[data-act="send"]:visible').click()
    amina.shown("sent")
    until(amina.page, lambda: len(said(council)) == 2)
    assert {one["question"]: one["value"] for one in said(council)} == {
        "worry-home": {"text": "My own words"},
        "how-join": {"choice": "online"},
    }

    amina.page.locator('[data-page="sent"] [data-go="home"]').click()
    amina.page.locator('[data-go="said"]:visible').click()
    amina.page.locator('[data-go="copy"]:visible').click()
    amina.shown("copy")
    amina.page.evaluate(TRANSLATOR)
    text = saved_copy(amina.page)
    assert "What worries me at home:\nMy own words\n" in text
    assert "Online" in text
    assert "TRANSLATED" not in text
    assert "An extension" not in text
