"""Every page has room for all that it can say, and every thumb finds what it looks for.

Narrow, magnified, with large or spaced text; each page with all its troubles shown at once, which
is more than can ever happen.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.every_page import as_they_are, saying_everything
from tests.journeys.measuring import install, measured
from tests.journeys.phone import Phone
from tests.journeys.shots import show
from tests.journeys.staff import Desk

NewPhone = Callable[..., Phone]
ROOM = ("sideways", "cut", "layered", "targets", "touching")
LARGE_TEXT = "html { font-size: 200% !important; }"
SPACED_TEXT = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""What WCAG 1.4.12 says that a page must bear."""

WEAR = """
css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}
"""


@dataclass(frozen=True)
class View:
    """How somebody looks at the page, and what must hold for them."""

    width: int
    height: int
    css: str = ""
    measures: tuple[str, ...] = ROOM


VIEWS = {
    "a narrow phone": View(320, 740, measures=(*ROOM, "contrast")),
    "zoomed to 400 %": View(320, 256, measures=(*ROOM, "covered")),
    "text at 200 %": View(360, 740, LARGE_TEXT),
    "spaced text on a narrow phone": View(320, 740, SPACED_TEXT),
}


def look(page: Page, view: View) -> None:
    page.set_viewport_size({"width": view.width, "height": view.height})
    page.evaluate(WEAR, view.css)


def test_every_page_however_it_is_looked_at(
    council: Council, phone: NewPhone, desk: Callable[..., Desk]
) -> None:
    """Targets of 48 px and contrast of 7:1, measured; WCAG 1.4.4, 1.4.10, 1.4.12, 2.4.11."""
    amina = phone()
    story.tell_it_all(council, amina, desk)
    amina.claim_another(council.invitation("parent"))
    amina.turn_to(story.AMINA)
    install(amina.page)
    wrong: dict[tuple[str, str], list[str]] = {}
    for name in as_they_are(amina.page):
        wrong[name, "as it is"] = measured(amina.page, *ROOM, "contrast", "covered")
    for way, view in VIEWS.items():
        look(amina.page, view)
        for name in saying_everything(amina.page):
            wrong[name, way] = measured(amina.page, *view.measures)
    amina.page.emulate_media(color_scheme="dark")
    for name in saying_everything(amina.page):
        wrong[name, "in the dark"] = measured(amina.page, "contrast")
    assert {where: found for where, found in wrong.items() if found} == {}


FAULTS = {
    "sideways": "#words { inline-size: 400px; max-inline-size: none; }",
    "cut": "[data-page=open] h1 { block-size: 10px; overflow: hidden; }",
    "layered": "[data-page=open] h1 { margin-block-end: -3rem; }",
    "targets": "[data-page=open] [type=submit] { min-block-size: 0; padding: 0; }",
    "touching": "#words { block-size: 400px; margin-block-end: -400px; }",
    "covered": "body::after { content: ''; position: fixed; inset: 0; }",
    "contrast": "[data-page=open] h1 { color: #777; }",
}


@pytest.fixture
def opened(council: Council, phone: NewPhone) -> Page:
    amina = phone()
    amina.open()
    amina.shown("open")
    install(amina.page)
    show(amina.page, "open")
    return amina.page


def test_each_fault_would_be_found(opened: Page) -> None:
    """A breach on purpose for each measure, on a page that is in order before."""
    look(opened, View(320, 740))
    assert measured(opened, *FAULTS) == []
    missed = []
    for measure, css in FAULTS.items():
        opened.evaluate(WEAR, css)
        if not measured(opened, measure):
            missed.append(measure)
    assert missed == []
