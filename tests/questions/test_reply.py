"""Answering the plan: what a reader thinks, and what they ask, each about a particular thing."""

from pathlib import Path

import pytest

from tests.questions.test_form import PICTURE, VOICE, same
from youthvoice.places import TEMPLATES
from youthvoice.questions.answers import problems, tell
from youthvoice.questions.forms import FORMS, MAIN
from youthvoice.questions.model import Question
from youthvoice.questions.reply import LETTER, PLAN, REPLY

ASKED = list(REPLY)


def question(question_id: str) -> Question:
    found = REPLY.question(question_id)
    assert found
    return found


def test_young_people_and_parents_may_reply_and_nobody_is_invited_to() -> None:
    assert REPLY.roles == {"young_person", "parent"}
    assert FORMS["reply"] is REPLY
    assert REPLY not in MAIN


def test_the_ids_are_those_that_were_ever_given() -> None:
    """Ids are for ever: this file only grows. Promise 14."""
    ever = Path(__file__).with_name("reply_ids.txt").read_text("utf-8").split()
    choices = [f"{one.id}/{choice.id}" for one in ASKED for choice in one.choices]
    assert set(ever) == {*(one.id for one in ASKED), *choices}


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.id)
def test_a_choice_and_words_or_a_voice_note_are_told_one_below_the_other(asked: Question) -> None:
    choice = asked.choices[0]
    value = {"choice": choice.id, "text": "My words", "voice": VOICE, "picture": PICTURE}
    sent = {"question": f"{asked.id}@0a1b", "audience": "worker", "value": value, "about": "Lights"}
    assert problems(asked, sent) == []
    assert tell(asked, value, same) == [
        choice.label,
        "My words",
        "Voice note, 2 min 5 s",
        "Picture",
    ]
    assert (TEMPLATES / "kinds" / f"{asked.kind}.html").is_file()
    assert asked.sources
    assert asked.lead_in.endswith(":")


def test_an_action_can_be_judged_and_every_thing_asked_about() -> None:
    assert question("reply-think@0a1b").about == ("action",)
    assert set(question("reply-ask@plan").about) == {"action", PLAN, LETTER}


def test_only_mere_agreement_asks_nothing_of_anybody() -> None:
    settled = [choice.id for choice in question("reply-think").choices if choice.asks_nothing]
    assert settled == ["good"]
    assert [one.id for one in ASKED if one.wants_answer] == ["reply-ask"]


@pytest.mark.parametrize(
    "odd",
    [{"about": 7}, {"about": ["Lights"]}, {"about": "x" * 10_001}, {"question": "reply-think"}],
)
def test_what_does_not_say_properly_what_it_is_about_is_named(odd: dict[str, object]) -> None:
    sent = {"question": "reply-think@0a1b", "audience": "worker", "value": {"choice": "good"}}
    assert problems(question("reply-think"), sent) == []
    assert problems(question("reply-think"), sent | odd) == ["odd_about"]


def test_no_other_question_is_about_a_particular_thing() -> None:
    for form in MAIN:
        for asked in form:
            sent = {"question": f"{asked.id}@0a1b", "audience": "worker", "value": {}}
            assert "odd_about" in problems(asked, sent), asked.id
