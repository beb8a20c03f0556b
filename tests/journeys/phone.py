"""A phone: a browser of 360 px with a profile on disk, and a person who taps and types."""

import os
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, Playwright, Request, expect

from tests import clock
from tests.clock import browsers
from tests.journeys.council import Place
from tests.journeys.waiting import SOON

CHROMIUM = "/usr/bin/chromium"
FIREFOX = "/usr/bin/firefox-esr"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"] + [
    f"--disable-{what}" for what in ("background-networking", "component-update", "sync")
]
ENGINES: dict[str, dict[str, Any]] = {
    "chromium": {"executable_path": CHROMIUM, "args": QUIET},
    "firefox": {"executable_path": FIREFOX, "channel": "moz-firefox"},
}
GIVEN_UP = "status=2152398850"
"""Firefox's NS_BINDING_ABORTED: the page was left meanwhile."""
CUT_OFF = "NS_BINDING_ABORTED"
"""The same of a request; had the service worker failed it, it would be another."""


class Phone:
    """One browser profile. `close` and `open` are the person closing and opening the browser."""

    def __init__(
        self,
        playwright: Playwright,
        profile: Path,
        council: Place,
        engine: str = "chromium",
        **options: Any,
    ) -> None:
        self.playwright = playwright
        self.engine = engine
        self.profile = profile
        self.council = council
        self.options = options
        self.context: BrowserContext | None = None
        self.trouble: list[str] = []
        self.cut_off: set[str] = set()
        self.ahead = clock.ahead()

    @property
    def page(self) -> Page:
        assert self.context
        return self.context.pages[0]

    def open(self, address: str = "") -> "Phone":
        """Open the browser at the app (or a link)."""
        self.switch_on()
        self.page.goto(address or self.council.outside)
        return self

    def switch_on(self) -> None:
        """Start the browser, with an empty page."""
        if self.context is None:
            self.context = getattr(self.playwright, self.engine).launch_persistent_context(
                str(self.profile),
                viewport={"width": 360, "height": 740},
                has_touch=True,
                env=os.environ | browsers.ZONE,
                **(ENGINES[self.engine] | self.options),
            )
            self.context.add_init_script(browsers.script(self.ahead))
            self.context.set_default_timeout(SOON)
            self.page.on("pageerror", lambda error: self._noted(str(error)))
            self.page.on("requestfailed", self._cut_off)

    def _noted(self, trouble: str) -> None:
        """Firefox tells of letters whose fetching ended with their page as of an error."""
        if not (trouble.startswith("download failed (font-family") and GIVEN_UP in trouble):
            self.trouble.append(trouble)

    def wait(self, days: int) -> None:
        """So many days pass on this phone."""
        assert self.context
        self.ahead = clock.after(days, self.ahead)
        self.context.add_init_script(browsers.script(self.ahead))
        self.page.evaluate(browsers.script(self.ahead))

    def _cut_off(self, request: Request) -> None:
        if request.failure == CUT_OFF:
            self.cut_off.add(request.url)

    def close(self) -> None:
        """Close the browser, as a person does."""
        if self.context:
            self.context.close()
            self.context = None
        trouble = [one for one in self.trouble if not any(url in one for url in self.cut_off)]
        assert trouble == [], trouble

    def shown(self, name: str) -> Locator:
        """The page of that name, once it is shown."""
        section = self.page.locator(f'[data-page="{name}"]')
        expect(section).to_be_visible(timeout=SOON)
        return section

    def tap(self, text: str) -> None:
        """Tap what is shown with that text."""
        self.page.get_by_role("button", name=text, exact=True).locator("visible=true").click()

    def sees(self, text: str, times: int = 1) -> None:
        """Until that text stands on the page, that many times."""
        found = self.page.get_by_text(text).locator("visible=true")
        expect(found).to_have_count(times, timeout=SOON)

    def unlock(self, pin: str) -> None:
        """Type a PIN where one is asked for."""
        self.shown("locked").get_by_label("Six digits").fill(pin)
        self.tap("Open")

    def claim(self, invitation: dict[str, str], pin: str = "") -> None:
        """Open an invitation with its check number, then choose a PIN or none."""
        self.open(invitation["link"])
        self.shown("open")
        self.page.get_by_label("Your check number").fill(invitation["check_number"])
        self.tap("Open")
        self.shown("pin")
        if pin:
            self.page.get_by_label("Pick six digits").fill(pin)
            self.page.get_by_label("The same six digits again").fill(pin)
            self.tap("Use this PIN")
        else:
            self.tap("No PIN")
        self.shown("home")

    def claim_another(self, invitation: dict[str, str]) -> None:
        """From home, with words on paper; then that invitation is the one in use."""
        self.tap("I was given other words to open")
        self.shown("open").get_by_label("Your six words").fill(invitation["words"])
        self.page.get_by_label("Your check number").fill(invitation["check_number"])
        self.tap("Open")
        heading = self.shown("home").get_by_role("heading", name=invitation["who"])
        expect(heading).to_be_visible(timeout=SOON)

    def turn_to(self, name: str) -> None:
        """From home to another invitation on this phone."""
        self.page.locator("[data-space]:visible").filter(has_text=name).click()
        expect(self.shown("home").get_by_role("heading", name=name)).to_be_visible()

    def wait_until_kept(self) -> None:
        """Until the app would open with no signal."""
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def start(self, section: str) -> None:
        """From home into a section of questions."""
        self.shown("home").locator(f'[data-section="{section}"]').click()
        first = self.page.locator('[data-page="limits"]:visible, [data-question]:visible')
        expect(first).to_have_count(1)
        if self.page.locator('[data-page="limits"]').is_visible():
            self.tap("Start")
        expect(self.page.locator("[data-question]:visible")).to_have_count(1)

    def question(self, question: str) -> Locator:
        """Step on until that question is shown."""
        wanted = self.page.locator(f'[data-question="{question}"]')
        for _ in range(60):
            expect(self.page.locator("[data-question]:visible")).to_have_count(1)
            if wanted.is_visible():
                return wanted
            self.step()
        raise AssertionError(f"{question} is never asked")

    def step(self) -> None:
        """On to the next question."""
        asked = self.page.locator("[data-question]:visible")
        question = asked.get_attribute("data-question")
        asked.locator('[data-act="next"]').click()
        expect(self.page.locator(f'[data-question="{question}"]')).to_be_hidden()

    def write(self, question: str, words: str) -> None:
        """Type an answer in one's own words."""
        asked = self.question(question)
        asked.locator('textarea, input[type="text"]').first.fill(words)
        self.saved()

    def draft(self, section: str, question: str, words: str) -> None:
        """From home: write one answer, and stop."""
        self.start(section)
        self.write(question, words)
        self.stop_here()

    def drafted(self, section: str, question: str) -> str:
        """From home: what stands in an answer's box."""
        self.start(section)
        return self.question(question).locator("textarea").input_value()

    def second_tab(self) -> Page:
        """The app once more, beside the first."""
        assert self.context
        page = self.context.new_page()
        page.goto(self.council.outside)
        expect(page.get_by_role("heading", name="Open in another tab")).to_be_visible()
        return page

    def close_the_first_tab(self) -> None:
        """What stays is the second."""
        self.page.close()

    def pick(self, question: str, *labels: str) -> None:
        """Tap choices by their words."""
        self.question(question)
        for label in labels:
            self.choose(label)

    def choose(self, label: str) -> None:
        """On the question that is shown: one choice."""
        asked = self.page.locator("[data-question]:visible")
        asked.get_by_label(label, exact=True).check(force=True)
        self.saved()

    def let_see(self, question: str, audience: str) -> None:
        """Pick who may see the answer."""
        asked = self.question(question)
        asked.locator("summary").click()
        asked.get_by_label(audience, exact=True).check(force=True)
        self.saved()

    def saved(self) -> None:
        """Until the phone says that it is saved."""
        expect(self.page.locator('[data-save="saved"]')).to_be_visible(timeout=SOON)

    def stop_here(self) -> None:
        """Back to the home page."""
        self.tap("Stop for now")
        self.shown("home")

    def send(self) -> None:
        """Look over and send."""
        self.shown("home")
        self.tap("Look over and send")
        self.shown("review")
        self.tap("Send")
        self.shown("sent")

    def go_home(self) -> None:
        self.page.get_by_label("Always here").get_by_role("button", name="Home").click()
        self.shown("home")
