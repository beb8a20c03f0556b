"""While writing, the chair is offered what hard words mean."""

import pytest

from tests.record_pages.council import Council
from tests.record_pages.desk import Desk
from tests.record_pages.page import Page
from youthvoice.meanings import AreaWord
from youthvoice.record.cases.changing import use_area_words
from youthvoice.record.hard_words import hard_words

HUB: AreaWord = {"term": "the hub", "meaning": "A place in Mill Road."}


def offered(page: Page) -> dict[str, str]:
    found = page.with_class("hard-words")
    terms, meanings = ([one.text for one in found[0].all(tag)] for tag in ("dt", "dd"))
    return dict(zip(terms, meanings, strict=True))


def test_the_letters_hard_words_are_offered_with_their_meaning(
    council: Council, chair: Desk
) -> None:
    path = f"/cases/{council.case.id}/letter"
    assert chair.opens(path).with_class("hard-words") == []
    use_area_words(council.store, [HUB])
    text = "The <strong>Core group</strong> meets at the hub. <em>Con</em>tingency &amp; QA."
    page = chair.presses(path, text=text, revision="0")
    assert offered(page) == {
        "core group": "A small group who check the plan is happening. You can be in it.",
        "the hub": "A place in Mill Road.",
        "QA": "People who check meetings are done well.",
    }


def test_the_plans_are_offered_from_all_that_is_written_in_it(
    council: Council, chair: Desk
) -> None:
    path = f"/cases/{council.case.id}/plan"
    chair.opens(path)
    plan = {"action_plain": "Ask the CAMHS team.", "contingency": "A strategy discussion."}
    page = chair.presses(path, **plan, action_id="", revision="0", do="save")
    assert list(offered(page)) == ["CAMHS", "strategy discussion"]


@pytest.mark.parametrize("text", ["", "<p></p>", "Dear Amina", "<risk>"])
def test_plain_words_are_offered_nothing(council: Council, text: str) -> None:
    with council.app.test_request_context():
        assert hard_words(council.store, text) == []
