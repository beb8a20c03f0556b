"""A young person's words are on every page exactly as they were written, and never run."""

import html
import json

import pytest

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from youthvoice.record.cases import young_person_of
from youthvoice.record.views import points_for
from youthvoice.record.views.handles import handle

WORDS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea></p><h1>x</h1>",
    "أريد أن تكون أمي هناك",
    "two  spaces\n\n  and an empty line\n\ttab",
    "{{ 7 * 7 }} {% raw %} %(name)s &amp; &lt;",
    "🙂 l\u2028ine \u202eright to left",
    "long " * 2000,
]


@pytest.mark.parametrize("words", WORDS)
def test_words_are_told_verbatim(council: Council, worker: Desk, words: str) -> None:
    council.said(answer("worry-home", words))
    page = worker.opens(f"/cases/{council.case.id}/views")
    [told] = page.with_class("verbatim")
    assert told.text == words
    assert told.get("dir") == "auto"


@pytest.mark.parametrize("words", WORDS)
def test_words_are_verbatim_where_an_answer_is_given(
    council: Council, worker: Desk, words: str
) -> None:
    council.said(answer("worry-home", words))
    [point] = points_for(council.store, council.worker, council.case.id)
    page = worker.opens(f"/cases/{council.case.id}/views/{handle(point)}/outcome")
    [told] = page.with_class("verbatim")
    assert told.text == words


@pytest.mark.parametrize("words", WORDS)
def test_staff_words_are_verbatim_in_their_fields(
    council: Council, worker: Desk, words: str
) -> None:
    plan = f"/cases/{council.case.id}/plan"
    worker.opens(plan)
    sent = {"revision": "0", "action_plain": words[:10_000], "action_start": "never"}
    page = worker.presses(plan, expect=422, **sent)
    assert page.value("action_plain") == words[:10_000]


@pytest.mark.parametrize("words", WORDS)
def test_words_are_verbatim_in_the_preview(council: Council, worker: Desk, words: str) -> None:
    council.said(answer("worry-home", words))
    [point] = points_for(council.store, council.worker, council.case.id)
    worker.opens("/")
    views = f"/cases/{council.case.id}/views/{handle(point)}/outcome"
    worker.presses(views, outcome="not_done", why="<b>because</b>")
    reader = young_person_of(council.store, council.case.id)
    page = worker.opens(f"/cases/{council.case.id}/preview/{reader.id}")
    [pair] = json.loads(page.by_id("bundle").text)["happened"]
    assert (pair["lines"], pair["why"]) == ([words], "<b>because</b>")
    assert "<b>because" not in page.html


def test_names_are_escaped_everywhere(council: Council, worker: Desk) -> None:
    name = '<script>"Amina"</script>'
    with council.store.write() as database:
        database.execute("UPDATE cases SET name = ?", [name])
        database.execute("UPDATE readers SET name = ?", [name])
    case = f"/cases/{council.case.id}"
    reader = young_person_of(council.store, council.case.id)
    for path in (
        "/",
        f"{case}/",
        f"{case}/views",
        f"{case}/plan",
        f"{case}/letter",
        f"{case}/release",
        f"{case}/preview/{reader.id}",
        f"{case}/readers/{reader.id}/invitation",
        f"{case}/readers/new",
    ):
        page = worker.opens(path)
        assert html.escape(name).replace("&#x27;", "'").replace("&quot;", "&#34;") in page.html
        assert name not in page.html


def test_a_question_that_nobody_knows_is_shown_as_it_was_written(
    council: Council, worker: Desk
) -> None:
    council.said(answer("<i>new</i>/../ question", {"odd": ["a  b", {"deep": "<i>c</i>"}], "n": 3}))
    page = worker.opens(f"/cases/{council.case.id}/views")
    assert [told.text for told in page.with_class("verbatim")] == ["a  b", "<i>c</i>", "3"]
    assert "Other things that were said" in page.text
    assert "<i>new</i>/../ question" in page.text
    assert "We do not know this question." in page.text
    [point] = points_for(council.store, council.worker, council.case.id)
    worker.presses(f"/cases/{council.case.id}/views", read=handle(point))
    assert "Read by Grace Adeyemi" in worker.opens(f"/cases/{council.case.id}/views").text


@pytest.mark.parametrize("odd", [None, 7, "text", {"question": "", "value": None}, {"question": 3}])
def test_an_answer_of_any_shape_is_shown(council: Council, worker: Desk, odd: object) -> None:
    council.said(odd)
    page = worker.opens(f"/cases/{council.case.id}/views")
    assert len(page.all("article")) == 1
