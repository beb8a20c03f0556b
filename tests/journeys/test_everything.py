"""Everything said with no signal arrives once, word for word, and is readable nowhere else."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.everything import CANARY, say_everything, text_for
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.traces import files_in
from tests.journeys.waiting import SOON, until
from youthvoice.questions.family import FAMILY
from youthvoice.questions.model import Form
from youthvoice.questions.views import VIEWS

NewPhone = Callable[..., Phone]


def readable_in(folder: Path, pattern: str = "*") -> list[str]:
    """Files in which the canary can be read, in either of the two ways that browsers write."""
    needles = [CANARY.encode(), CANARY.encode("utf-16-le")]
    files = files_in(folder, pattern).items()
    return [file.name for file, content in files if any(one in content for one in needles)]


PUBLISHED = {"kind": "publication", "on": "2026-12-04", "letter": None, "plan": None}


@pytest.mark.parametrize(("role", "form"), [("young_person", VIEWS), ("parent", FAMILY)])
def test_everything_is_said_with_no_signal_and_arrives_word_for_word(
    council: Council, phone: NewPhone, desk: Callable[..., Desk], role: str, form: Form
) -> None:
    """Promises 1, 3 and 4, for one person; requirements 1 to 5."""
    amina = phone()
    amina.claim(council.invitation(role))
    amina.wait_until_kept()
    until(amina.page, lambda: council.knows(1))
    council.says(PUBLISHED | {"serial": 1, "happened": []})
    expect(amina.page.locator('[data-section="after"]')).to_be_visible(timeout=SOON)
    council.stop_half("outside")

    said = say_everything(amina, form)
    assert set(said) == {question.id for question in form}
    amina.go_home()
    amina.close()
    assert readable_in(amina.profile) == []

    amina.open()
    amina.tap("Look over and send")
    read_back = amina.shown("review").locator(".line")
    lines = read_back.evaluate_all("all => all.map(one => one.textContent)")
    for question in form:
        if question.kind in ("words", "line"):
            assert text_for(form, question) in lines, question.id
    amina.tap("Not yet")
    amina.send()
    amina.close()
    assert readable_in(amina.profile) == []

    amina.open()
    amina.shown("home")
    council.start_half("outside")
    amina.tap("See who has read it")
    arrived = amina.shown("said").get_by_text("With your worker's team", exact=True)
    expect(arrived).to_have_count(len(said), timeout=2 * SOON)

    kept = council.record("select question, value from points order by n")
    assert council.record("select distinct form from points") == [(form.id,)]
    assert len(kept) == len(said)
    assert {question: json.loads(value) for question, value in kept} == said
    assert council.mailbox("select count(*) from waiting where direction = 'up'") == [(0,)]
    assert readable_in(council.data, "mailbox*") == []
    assert readable_in(council.data, "record*") != []

    worker = desk("worker")
    worker.case("Amina (sample)")
    worker.turn_to("What was said")
    shown = worker.page.locator(".verbatim").evaluate_all("all => all.map(one => one.textContent)")
    for question in form:
        if question.kind in ("words", "line"):
            assert text_for(form, question) in shown, question.id
    amina.close()
    assert readable_in(amina.profile) == []


def test_the_search_for_readable_words_would_find_them(council: Council, phone: NewPhone) -> None:
    """A breach on purpose: words that are not sealed, in the browser and in a file."""
    amina = phone()
    amina.open()
    amina.page.evaluate("words => localStorage.setItem('x', words)", f"{CANARY} 1")
    amina.close()
    assert readable_in(amina.profile) != []
    (council.data / "mailbox.log").write_text(f"somebody said {CANARY}")
    assert readable_in(council.data, "mailbox*") == ["mailbox.log"]
