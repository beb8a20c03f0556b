"""Staff at a desk: a Chromium of ordinary size, signed in by the printed link."""

from playwright.sync_api import Page, Playwright

from tests.journeys.council import Council
from tests.journeys.phone import CHROMIUM, QUIET, SOON


class Desk:
    """One member of staff's browser."""

    def __init__(self, playwright: Playwright, council: Council, role: str, which: int) -> None:
        self.council = council
        self.person = council.staff(role, which)
        self.browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        self.page: Page = self.browser.new_page()
        self.page.set_default_timeout(SOON)
        self.page.goto(self.person["link"])

    def close(self) -> None:
        self.browser.close()
