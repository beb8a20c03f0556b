"""A worker opens a case, hands over an invitation; a meeting that moves reaches the phone."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.waiting import SOON


def test_from_an_empty_desk_to_a_phone_in_use(
    council: Council, phone: Callable[..., Phone], desk: Callable[[str], Desk]
) -> None:
    worker = desk("worker")
    page = worker.page
    page.get_by_role("button", name="Open a new case").click()
    page.get_by_label("First name of the young person").fill("Zofia (sample)")
    page.get_by_label("Who chairs the meeting?").select_option(index=1)
    page.get_by_label("People we suggest").fill("Mr Osei, school (sample)")
    page.get_by_label("Numbers to call").fill("Duty team (sample): 020 7946 0102")
    worker.press("Open the case")
    page.get_by_role("link", name="Make an invitation for Zofia (sample)").click()
    worker.press("Make the invitation")
    invitation = {
        "link": page.locator(".invitation__link").inner_text(),
        "check_number": page.locator("[data-check-number]").inner_text(),
    }

    zofia = phone()
    zofia.claim(invitation)
    home = zofia.shown("home")
    expect(home.get_by_text("The day is not fixed yet.")).to_be_visible()
    zofia.start("who")
    expect(zofia.question("who-there").get_by_label("Mr Osei, school (sample)")).to_be_attached()
    zofia.stop_here()

    worker.case("Zofia (sample)")
    page.get_by_role("link", name="Change the meeting, people and numbers").click()
    page.get_by_label("Day").fill("2026-12-18")
    page.get_by_label("Time").fill("17:30")
    page.get_by_label("Place").fill("The youth club (sample)")
    worker.press("Save")
    zofia.go_home()
    expect(home.get_by_text("Friday, 18 December 2026")).to_be_visible(timeout=SOON)
    expect(home.get_by_text("The youth club (sample)")).to_be_visible()
    zofia.page.get_by_role("button", name="I need help now").click()
    expect(zofia.shown("help").get_by_role("link", name="020 7946 0102")).to_be_visible()
