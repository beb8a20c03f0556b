"""Staff at a desk: a Chromium of ordinary size, signed in by the printed link."""

import os

from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from tests import clock
from tests.clock import browsers
from tests.journeys.council import Place
from tests.journeys.phone import CHROMIUM, QUIET
from tests.journeys.waiting import SOON, reload_until_there


def office(playwright: Playwright) -> Browser:
    """The browser of everybody who works here."""
    return playwright.chromium.launch(
        executable_path=CHROMIUM, args=QUIET, env=os.environ | browsers.ZONE
    )


class Desk:
    """One member of staff: windows of their own, with a sign-in of their own."""

    def __init__(self, browser: Browser, council: Place, role: str, which: int) -> None:
        self.council = council
        self.person = council.staff(role, which)
        self.windows = browser.new_context()
        self.windows.add_init_script(browsers.script(clock.ahead()))
        self.page: Page = self.windows.new_page()
        self.page.set_default_timeout(SOON)
        self.page.goto(self.person["link"])
        self.press("Sign in")

    def close(self) -> None:
        self.windows.close()

    def case(self, name: str) -> None:
        """Open a case from the list."""
        self.page.goto(self.council.inside)
        self.page.get_by_role("heading", name=name).get_by_role("link").click()

    def turn_to(self, page: str) -> None:
        """One of the pages of the case: `What was said`, `Plan`, `Letter`, `Publish` …"""
        self.page.get_by_role("navigation").get_by_role("link", name=page, exact=True).click()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.page.wait_for_load_state()

    def point(self, lead_in: str) -> Locator:
        """One thing that was said."""
        return self.page.get_by_role("article").filter(
            has=self.page.get_by_role("heading", name=lead_in, exact=True)
        )

    def wait_for_words(self, name: str, text: str) -> None:
        """Until something has arrived in that case: reload as a person would."""
        self.case(name)
        self.turn_to("What was said")
        reload_until_there(self.page.get_by_text(text))

    def talked_about(self, lead_in: str) -> None:
        self.point(lead_in).get_by_role("button", name="We have talked about this").click()
        expect(self.point(lead_in).get_by_text("Talked about").first).to_be_visible()

    def say_what_happened(
        self, lead_in: str, outcome: str, why: str, *, in_plan: bool = False
    ) -> None:
        """From what was said: one point's answer."""
        self.point(lead_in).get_by_role("link", name="what happened").click()
        self.page.get_by_label(outcome, exact=True).check(force=True)
        if in_plan:
            self.page.get_by_label("If it is in the plan: which action?").select_option(index=1)
        self.page.get_by_label("Because …").fill(why)
        self.press("Keep this")

    def write_plan(self, plain: str, action: str, who: str) -> None:
        """A plan of one action."""
        self.turn_to("Plan")
        self.press("Save and add an action")
        fields = {
            "What are we worried about?": "Older people ask Amina to carry things.",
            "What action or support is needed?": action,
            "Say it in plain words for Amina (sample)": plain,
            "Who is going to do it?": who,
            "Timescale (start)": "2026-12-07",
            "Review date": "2027-01-11",
            "How will we know when things are safe enough? (safety goals)": "You walk home OK.",
            "Contingency": "If it gets worse, we meet within two days.",
            "What the risk is": "Somebody could make you carry things for them.",
            "What must change, and how": "You are not alone after dark. Jo walks with you.",
            "What happens if it does not change": "We meet again and look for another way.",
            "How often the social worker visits": "Every two weeks",
            "Who visits": "Jo, because you know Jo",
            "Next core group: date": "2026-12-15",
            "Next core group: time": "16:00",
            "Next core group: venue, and anything else": "The library",
            "Next review: date": "2027-03-01",
            "Next review: time": "15:30",
            "Next review: venue, and anything else": "The library, upstairs",
        }
        for label, words in fields.items():
            self.page.get_by_label(label, exact=True).fill(words)
        self.press("Save the plan")

    def write_letter(self, words: str) -> None:
        self.turn_to("Letter")
        self.page.get_by_label("The letter", exact=True).fill(words)
        self.press("Save and look at it")

    def take_back(self, name: str) -> None:
        """Take back the invitations of a reader in the case that is open."""
        reader = self.page.get_by_role("region", name=name)
        reader.get_by_role("button", name="Take it back").first.click()
        expect(self.page.get_by_text("The invitation is taken back.")).to_be_visible()

    def give(self, name: str, *items: str) -> None:
        """Let a reader have these, by their names."""
        self.turn_to("Publish")
        reader = self.page.get_by_role("region", name=name)
        for item in items:
            reader.get_by_label(item, exact=True).check(force=True)
        reader.get_by_role("button", name="Save").click()
        expect(self.page.get_by_text(f"{name} gets what is ticked.")).to_be_visible()

    def publish(self) -> None:
        self.turn_to("Publish")
        self.page.get_by_role("link", name="Look at it all, then publish").click()
        self.page.get_by_label("I have looked at what each of them will see").check(force=True)
        self.press("Publish now")
