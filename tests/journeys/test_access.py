"""Everybody can use it: axe finds nothing on any page, and a keyboard is enough."""

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.every_page import as_they_are, names, saying_everything, unlike
from tests.journeys.phone import Phone
from tests.journeys.shots import show
from tests.journeys.staff import Desk

NewPhone = Callable[..., Phone]
Sit = Callable[..., Desk]
RULES: dict[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
RUN_AXE = "how => axe.run(document, how).then(({ violations }) => violations)"
SCHEMES: dict[str, dict[str, Literal["light", "dark", "active"]]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}
UNSEEN = "color-contrast"
REACHED = """
() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled)
  .map((one) => one.type === 'radio' ? one.name : (one.id || one.outerHTML.slice(0, 120)))
"""
FOCUSED = """
() => {
  const one = document.activeElement;
  return one.type === 'radio' ? one.name : (one.id || one.outerHTML.slice(0, 120));
}
"""


def findings(page: Page, *, but: str = "") -> list[str]:
    """What axe finds, but for one rule; it is put into the page once."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE_SCRIPT)
    rules = RULES | ({"rules": {but: {"enabled": False}}} if but else {})
    found = page.evaluate(RUN_AXE, rules)
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def reach_everything(page: Page) -> set[str]:
    """What Tab never reaches of all that can be used on the page."""
    page.evaluate(
        "() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); }"
    )
    wanted = set(page.evaluate(REACHED))
    reached: set[str] = set()
    for _ in range(3 * len(wanted) + 10):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(FOCUSED))
        if wanted <= reached:
            break
    return wanted - reached


def heard_story(council: Council, amina: Phone, desk: Sit) -> Page:
    """A phone on which every page has something to show."""
    story.tell_it_all(council, amina, desk)
    amina.claim_another(council.invitation("parent"))
    amina.turn_to(story.AMINA)
    return amina.page


def test_every_page_of_the_phone(council: Council, phone: NewPhone, desk: Sit) -> None:
    page = heard_story(council, phone(), desk)
    assert len(names(page)) > 50
    wrong = {"all in one document": findings(page)}
    wrong |= {name: findings(page) for name in as_they_are(page)}
    for name in unlike(page):
        show(page, name)
        wrong[name] += sorted(reach_everything(page))
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_with_all_that_it_can_say(
    council: Council, phone: NewPhone, desk: Sit, scheme: str
) -> None:
    """Every trouble, every note and what takes a moment, in light, dark and forced colours.

    Forced colours are the person's own: of a button's text axe reads the colour that was asked
    for, which the browser does not paint.
    """
    page = heard_story(council, phone(), desk)
    media = SCHEMES[scheme]
    page.emulate_media(**media)
    but = UNSEEN if "forced_colors" in media else ""
    wrong = {name: findings(page, but=but) for name in saying_everything(page)}
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_staff(council: Council, phone: NewPhone, desk: Sit, scheme: str) -> None:
    worker, _chair = story.tell_it_all(council, phone(), desk)
    page = worker.page
    page.emulate_media(color_scheme=scheme)
    worker.case(story.AMINA)
    case = page.url
    reader = page.get_by_role("link", name=f"Make an invitation for {story.AMINA}")
    invitation = str(reader.get_attribute("href"))
    worker.turn_to("What was said")
    outcome = str(page.get_by_role("link", name="what happened").first.get_attribute("href"))
    worker.turn_to("Publish")
    preview = str(page.get_by_role("link", name=f"See what {story.AMINA}").get_attribute("href"))
    addresses = [
        f"{council.inside}/cases/new",
        council.inside,
        f"{council.inside}/alarms",
        f"{council.inside}/no-such-page",
        case,
    ]
    addresses += [
        f"{case}{name}" for name in ("details", "readers/new", "views", "plan", "letter", "release")
    ]
    addresses += [f"{council.inside}{path}" for path in (invitation, outcome, preview)]
    wrong = {}
    for address in addresses:
        page.goto(address)
        wrong[address] = findings(page) + sorted(reach_everything(page))
    page.goto(f"{council.inside}/cases/new")
    worker.press("Open the case")
    expect(page.get_by_role("alert")).to_be_visible()
    wrong["refused"] = findings(page) + sorted(reach_everything(page))
    page.goto(f"{council.inside}{invitation}")
    worker.press("Make the invitation")
    wrong["made"] = findings(page) + sorted(reach_everything(page))
    assert {address: found for address, found in wrong.items() if found} == {}


def test_a_page_with_a_fault_would_be_found(council: Council, phone: NewPhone) -> None:
    """A breach on purpose, for each of the two checks."""
    amina = phone()
    amina.open()
    amina.shown("open")
    amina.page.locator("#words").evaluate("one => one.labels[0].remove()")
    assert any("label" in found for found in findings(amina.page))
    amina.page.locator("#check-number").evaluate("one => { one.tabIndex = -1; }")
    assert reach_everything(amina.page) == {"check-number"}


def test_the_whole_saying_by_keyboard_alone(council: Council, phone: NewPhone) -> None:
    amina = phone()
    invitation = council.invitation()
    amina.open(invitation["link"])
    keyboard = amina.page.keyboard

    def tab_to(name: str, *, exact: bool = False) -> None:
        for _ in range(60):
            keyboard.press("Tab")
            focused = amina.page.evaluate(
                "() => { const one = document.activeElement;"
                " return one.labels?.[0]?.textContent ?? one.textContent; }"
            )
            if name in (found := " ".join(focused.split())) and (not exact or name == found):
                return
        raise AssertionError(f"Tab never reaches {name}")

    amina.shown("open")
    tab_to("Your check number")
    keyboard.type(invitation["check_number"])
    keyboard.press("Enter")
    amina.shown("pin")
    tab_to("No PIN")
    keyboard.press("Enter")
    amina.shown("home")
    tab_to("Good things")
    keyboard.press("Enter")
    amina.shown("limits")
    tab_to("Start")
    keyboard.press("Enter")
    amina.shown("q-good-helps")
    tab_to("Who helps you?")
    keyboard.type("My brother")
    amina.saved()
    tab_to("Stop for now")
    keyboard.press("Enter")
    amina.shown("home")
    tab_to("Look over and send")
    keyboard.press("Enter")
    amina.shown("review")
    tab_to("Send", exact=True)
    keyboard.press("Space")
    expect(amina.shown("sent").get_by_role("heading")).to_be_focused()
