"""A phone with a microphone in which a tone can be heard, and what can be asked of a recording."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.phone import QUIET, Phone
from tests.journeys.waiting import SOON, until

FAKE = "--use-fake-device-for-media-stream"
MICROPHONE: dict[str, dict[str, Any]] = {
    "chromium": {"args": [*QUIET, FAKE, "--use-fake-ui-for-media-stream"]},
    "firefox": {
        "firefox_user_prefs": {
            "media.navigator.streams.fake": True,
            "media.navigator.permission.disabled": True,
        }
    },
}
"""By engine: a microphone that hears a tone, and a person who lets it be used."""
REFUSED = {"args": [*QUIET, FAKE, "--deny-permission-prompts"]}
HEARD = """
async (audio) => {
  audio.muted = true;
  const next = (what) => new Promise((then) => {
    audio.addEventListener(what, then, { once: true });
    setTimeout(then, 1000);
  });
  await audio.play();
  for (let tries = 0; audio.currentTime === 0 && tries < 60; tries += 1) await next('timeupdate');
  return { duration: audio.duration, at: audio.currentTime, wrong: audio.error?.message ?? null };
}
"""

NOTE_BUTTONS = """
(root) => {
  const noted = (globalThis.noted = []);
  const look = () => {
    for (const one of root.querySelectorAll('button')) {
      if (one.checkVisibility()) noted.push(`${one.innerText} ${one.ariaPressed ?? ''}`);
    }
  };
  new MutationObserver(look).observe(root, { subtree: true, attributes: true, childList: true });
}
"""


def played(within: Locator, while_it_plays: str) -> None:
    """Press "Hear it": once it plays there is a button that says so, by name and state.

    A short note can have ended before anybody looks at the page again: the page itself notes it.
    """
    within.evaluate(NOTE_BUTTONS)
    within.get_by_role("button", name="Hear it").click()
    until(within.page, lambda: any(while_it_plays in one for one in within.page.evaluate("noted")))


def voice(phone: Phone, question: str) -> Locator:
    """The panel in which a question is answered out loud, opened."""
    asked = phone.question(question)
    asked.get_by_role("button", name="Say it out loud").click()
    panel = asked.get_by_role("region", name="Voice note")
    expect(panel).to_be_visible(timeout=SOON)
    return panel


def record(panel: Locator, clock: str = "0:02") -> None:
    """Speak until the clock says so, and stop."""
    panel.get_by_role("button", name="Record").or_(
        panel.get_by_role("button", name="Start recording")
    ).first.click()
    speak_until(panel, clock)
    panel.get_by_role("button", name="Stop recording").click()
    expect(panel.get_by_text("Stopped. Your voice note is on this phone.")).to_be_visible()


def speak_until(panel: Locator, clock: str) -> None:
    """Until a recording runs and its clock has got so far (minutes of one digit)."""
    expect(panel.get_by_role("button", name="Stop recording")).to_be_visible(timeout=SOON)
    shown = panel.locator('[data-fill="clock"]:visible')
    until(panel.page, lambda: shown.inner_text() >= clock)


def blobs(page: Page) -> list[str]:
    """The names of what is kept of recordings and pictures, a name for each part."""
    found: list[str] = page.evaluate(
        """() => new Promise((resolve) => {
          indexedDB.open('notes').onsuccess = ({target}) => {
            const keys = target.result.transaction('kept').objectStore('kept').getAllKeys();
            keys.onsuccess = () => {
              target.result.close();
              resolve(keys.result.filter((name) => name.includes('/blob/')));
            };
          };
        })"""
    )
    return found


def heard(audio: Locator) -> dict[str, Any]:
    """Play it, as the browser that is there can."""
    told: dict[str, Any] = audio.evaluate(HEARD)
    return told
