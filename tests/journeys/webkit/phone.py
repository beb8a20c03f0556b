"""The verbs of `tests.journeys.phone.Phone`, done by WebDriver in WebKit."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests import clock
from tests.clock import browsers
from tests.journeys.council import Place
from tests.journeys.phone import SOON
from tests.journeys.webkit import finding

DRIVER = "/usr/bin/WebKitWebDriver"
PYTHON = "/usr/bin/python3"
BROWSER = Path(__file__).with_name("browser.py")
BETWEEN = 0.1
"""Seconds between two looks at the page."""


class WebKitPhone:
    """One browser profile. `close` and `open` are the person closing and opening the browser."""

    def __init__(self, screen: str, profile: Path, council: Place) -> None:
        self.screen = screen
        self.profile = profile
        self.council = council
        self.driver: WebKitGTK | None = None

    @property
    def page(self) -> WebKitGTK:
        assert self.driver
        return self.driver

    def open(self, address: str = "") -> "WebKitPhone":
        """Open the browser at the app (or a link)."""
        if self.driver is None:
            service = Service(DRIVER, env=self._environment())
            self.driver = WebKitGTK(options=self._browser(), service=service)
        self.driver.get(address or self.council.outside)
        return self

    def _browser(self) -> Options:
        options = Options()
        options.binary_location = PYTHON
        options.add_argument(str(BROWSER))
        options.add_argument(str(self.profile))
        options.add_argument(browsers.script(clock.ahead()))
        return options

    def _environment(self) -> dict[str, str]:
        """Debian's Python has what WebKit needs, not what the tests' clock does."""
        kept = {name: value for name, value in os.environ.items() if name != clock.AHEAD}
        return kept | browsers.ZONE | {"DISPLAY": self.screen}

    def close(self) -> None:
        """Close the browser, as a person does."""
        if self.driver:
            self.driver.quit()
            self.driver = None

    def until(self, happens: Callable[[], Any], what: str) -> Any:
        """What `happens` gives, once it gives something."""
        waiting = WebDriverWait(self.page, SOON / 1000, BETWEEN, (WebDriverException,))
        return waiting.until(lambda _driver: happens(), f"never: {what}")

    def find(self, script: str, *about: str) -> WebElement:
        """The one visible element that a script of `finding` gives, once there is one."""
        found = self.until(lambda: self.page.execute_script(script, *about), " ".join(about))
        assert isinstance(found, WebElement)
        return found

    def shown(self, name: str) -> WebElement:
        """The page of that name, once it is shown."""
        return self.find(finding.SELECTED, f'[data-page="{name}"]')

    def sees(self, text: str, times: int = 1) -> None:
        """Until that text stands on the page, that many times."""
        self.until(lambda: self.page.execute_script(finding.TEXTS, text) == times, text)

    def press(self, script: str, about: str) -> None:
        """Tap what a script of `finding` gives, away from what is stuck to the screen's edges."""
        found = self.find(script, about)
        self.page.execute_script("arguments[0].scrollIntoView({block: 'center'});", found)
        found.click()

    def tap(self, text: str) -> None:
        """Tap what is shown with that text."""
        self.press(finding.NAMED, text)

    def fill(self, label: str, words: str) -> None:
        """Type into the box with that label."""
        self.find(finding.LABELLED, label).send_keys(words)

    def claim(self, invitation: dict[str, str], pin: str = "") -> None:
        """Open an invitation with its check number, then choose a PIN or none."""
        self.open(invitation["link"])
        self.shown("open")
        self.fill("Your check number", invitation["check_number"])
        self.tap("Open")
        self.shown("pin")
        if pin:
            self.fill("Pick six digits", pin)
            self.fill("The same six digits again", pin)
        self.tap("Use this PIN" if pin else "No PIN")
        self.shown("home")

    def unlock(self, pin: str) -> None:
        """Type a PIN where one is asked for."""
        self.shown("locked")
        self.fill("Six digits", pin)
        self.tap("Open")

    def wait_until_kept(self) -> None:
        """Until the app would open with no signal."""
        self.page.execute_async_script("navigator.serviceWorker.ready.then(arguments[0])")

    def start(self, section: str) -> None:
        """From home into a section of questions."""
        self.shown("home")
        self.press(finding.SELECTED, f'[data-section="{section}"]')
        first = self.find(finding.SELECTED, '[data-page="limits"], [data-question]')
        if first.get_attribute("data-page") == "limits":
            self.tap("Start")

    def question(self, question: str) -> None:
        """Step on until that question is shown."""
        for _ in range(60):
            if self._asked() == question:
                return
            self.step()
        raise AssertionError(f"{question} is never asked")

    def _asked(self) -> str:
        asked = self.find(finding.SELECTED, "[data-question]")
        return asked.get_attribute("data-question") or ""

    def step(self) -> None:
        """On to the next question."""
        self.press(finding.SELECTED, '[data-question] [data-act="next"]')

    def write(self, question: str, words: str) -> None:
        """Paste an answer in one's own words: this driver's keys have no emoji."""
        self.question(question)
        self.find(finding.SELECTED, "[data-question] textarea").click()
        self.page.execute_script("document.execCommand('insertText', false, arguments[0])", words)
        self.saved()

    def pick(self, question: str, *labels: str) -> None:
        """Tap choices by their words."""
        self.question(question)
        for label in labels:
            self.choose(label)

    def choose(self, label: str) -> None:
        """On the question that is shown: one choice."""
        self.press(finding.LABELLED, label)
        self.saved()

    def let_see(self, question: str, audience: str) -> None:
        """Pick who may see the answer."""
        self.question(question)
        self.press(finding.SELECTED, "[data-question] .audience summary")
        self.press(finding.LABELLED, audience)
        self.saved()

    def draft(self, section: str, question: str, words: str) -> None:
        """From home: write one answer, and stop."""
        self.start(section)
        self.write(question, words)
        self.stop_here()

    def drafted(self, section: str, question: str) -> str:
        """From home: what stands in an answer's box."""
        self.start(section)
        self.question(question)
        box = self.find(finding.SELECTED, "[data-question] textarea")
        return str(box.get_property("value"))

    def saved(self) -> None:
        """Until the phone says that it is saved."""
        self.find(finding.SELECTED, '[data-save="saved"]')

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
        self.tap("Home")
        self.shown("home")

    def second_tab(self) -> None:
        """The app once more, beside the first."""
        self.page.switch_to.new_window("tab")
        self.page.get(self.council.outside)
        self.shown("elsewhere")

    def close_the_first_tab(self) -> None:
        """What stays is the second."""
        first, second = self.page.window_handles
        self.page.switch_to.window(first)
        self.page.close()
        self.page.switch_to.window(second)
