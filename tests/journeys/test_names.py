"""What a screen reader is told of every question, from the browser's own accessibility tree."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page

from tests.journeys.council import Council
from tests.journeys.every_page import as_they_are
from tests.journeys.phone import Phone
from tests.journeys.shots import show
from youthvoice.questions.family import FAMILY
from youthvoice.questions.feelings import FEELINGS
from youthvoice.questions.model import AUDIENCES, Form, Question
from youthvoice.questions.rings import RINGS
from youthvoice.questions.views import VIEWS

Told = tuple[str, str, str]
"""A role, the name, and what describes it."""
CHOSEN = {
    **dict.fromkeys(("one", "scale", "rings"), "radio"),
    **dict.fromkeys(("several", "people"), "checkbox"),
}
READERS = {"meeting": "Grace Adeyemi (sample), Siân Hughes (sample)"}
"""Who reads it, by audience; of the others the worker alone is known by name."""
BESIDE = {"advocate": ["Someone on your side"]}
"""Headings of what stands on the page of a question beside it."""
WHO_WILL_SEE = "Pick who will see this answer"


def told(tree: CDPSession) -> list[Told]:
    """All that is not hidden from a screen reader, in its order."""
    nodes = tree.send("Accessibility.getFullAXTree")["nodes"]
    return [
        (_value(node, "role"), _value(node, "name"), _value(node, "description"))
        for node in nodes
        if not node["ignored"]
    ]


def _value(node: dict[str, Any], what: str) -> str:
    return " ".join(str(node.get(what, {}).get("value", "")).split())


def wanted(question: Question, role: str = "young_person") -> Iterator[Told]:
    """What must be told of it: what is asked, the help, each choice with its words."""
    yield "heading", question.asks, ""
    if question.kind not in CHOSEN:
        yield "textbox", question.asks, question.help
    else:
        yield "group", question.asks, question.help
        yield from _choices(question)
    if question.other:
        yield "textbox", question.other, ""
    yield "group", WHO_WILL_SEE, ""
    for audience in (one for one in AUDIENCES if role in one.offered_to):
        readers = READERS.get(audience.id, "Grace Adeyemi (sample)")
        yield "radio", audience.label, f"{audience.help} {readers}"


def _choices(question: Question) -> Iterator[Told]:
    role = CHOSEN[question.kind]
    if question.kind == "scale":
        for feeling in FEELINGS:
            yield from ((role, str(number), feeling.words) for number in feeling.numbers)
    if question.kind == "rings":
        yield from (("group", ring.lead_in, "") for ring in RINGS)
    for choice in question.choices:
        if not choice.retired:
            yield role, choice.label, choice.help


@pytest.fixture
def role() -> str:
    return "young_person"


@pytest.fixture
def page(council: Council, phone: Callable[..., Phone], role: str) -> Page:
    amina = phone()
    amina.claim(council.invitation(role))
    amina.page.evaluate("document.querySelectorAll('details').forEach((o) => { o.open = true; })")
    return amina.page


@pytest.mark.chromium
@pytest.mark.parametrize(("role", "form"), [("young_person", VIEWS), ("parent", FAMILY)])
def test_every_question_is_told_as_it_is_asked(page: Page, role: str, form: Form) -> None:
    tree = page.context.new_cdp_session(page)
    missing = {}
    for question in form:
        show(page, f"q-{question.id}")
        heard = told(tree)
        headings = [name for one, name, _ in heard if one == "heading"]
        assert sorted(headings) == sorted([question.asks, *BESIDE.get(question.id, [])])
        missing[question.id] = [one for one in wanted(question, role) if one not in heard]
    assert {asked: lost for asked, lost in missing.items() if lost} == {}


@pytest.mark.chromium
def test_everything_to_use_on_every_page_has_a_name(page: Page) -> None:
    tree = page.context.new_cdp_session(page)
    used = {"button", "link", "textbox", "radio", "checkbox", "DisclosureTriangle"}
    wrong = {}
    for name in as_they_are(page):
        heard = told(tree)
        wrong[name] = [one for one in heard if one[0] in used and not one[1]]
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.chromium
def test_a_question_with_another_name_would_be_found(page: Page) -> None:
    """A breach on purpose: the words stand there and belong to nothing."""
    question = VIEWS.question("good-helps")
    assert question
    show(page, "q-good-helps")
    page.locator("#good-helps-text").evaluate("one => one.labels[0].removeAttribute('for')")
    heard = told(page.context.new_cdp_session(page))
    assert [one for one in wanted(question) if one not in heard] == [
        ("textbox", question.asks, question.help)
    ]
