"""The form: declared once, each question skippable, most private first (RW-07, N-25, L-03)."""

import re
from pathlib import Path

import pytest
from werkzeug.datastructures import MultiDict

from youthvoice.places import TEMPLATES
from youthvoice.questions.answers import form_of, problems, tell
from youthvoice.questions.feelings import FEELINGS
from youthvoice.questions.forms import FORMS, MAIN, form_for, forms_with, sections
from youthvoice.questions.kinds import KINDS, MOST_CHARACTERS, SAFEST
from youthvoice.questions.model import AUDIENCES, Choice, Form, Question, Section, audience
from youthvoice.questions.rings import RINGS
from youthvoice.questions.views import VIEWS

QUESTIONS = list({question.id: question for form in FORMS.values() for question in form}.values())
VOICE = {"sha256": "0a" * 32, "type": "audio/webm", "bytes": 1000, "seconds": 125}
PICTURE = {"sha256": "0b" * 32, "type": "image/jpeg", "bytes": 1000}


def same(text: str) -> str:
    return text


def whole(question: Question) -> dict[str, object]:
    """A value that answers every part of a question."""
    choices = [choice.id for choice in question.choices]
    parts = {
        "text": "My words. كلماتي 🙂 <script>",
        "choice": choices[:1] and choices[0],
        "choices": choices,
        "people": ["Somebody the council named"],
        "other": "Somebody else",
        "number": 10,
        "voice": VOICE,
        "picture": PICTURE,
        **{ring.id: "safe" for ring in RINGS},
    }
    return {part.key: parts[part.key] for part in KINDS[question.kind].parts}


def test_the_sections_come_in_the_order_in_which_a_young_person_would_want_them() -> None:
    order = [section.id for section in VIEWS.sections]
    assert order == ["who", "how", "worries", "good", "change", "meeting", "advocate", "after"]


def test_a_parent_has_a_form_of_their_own() -> None:
    """L-11, L-12: worries, what goes well, what would help, how to talk to me, what I need."""
    form = form_for("parent")
    assert form
    assert [section.id.removeprefix("family-") for section in form.sections] == [
        *("worries", "good", "help", "talk", "part", "need"),
        "after",
    ]
    join, needs = form.question("family-join"), form.question("family-needs")
    assert join
    assert needs
    assert len(join.choices) == 4
    asked = {choice.id for choice in needs.choices}
    assert {"interpreter", "childcare", "travel", "time"} <= asked
    assert form_for("advocate") is form_for("young_person")


def test_a_question_has_one_form_or_is_the_same_in_each() -> None:
    for one in FORMS.values():
        for other in FORMS.values():
            shared = [question for question in one if other.question(question.id)]
            assert all(question in list(other) for question in shared)
            prefixed = [q for q in one if q.id.startswith("family-")]
            assert one.id == "family" or not prefixed


@pytest.mark.parametrize("form", MAIN, ids=lambda form: form.id)
def test_the_document_keeps_the_order_of_each_form(form: Form) -> None:
    every = sections()
    assert len({section.id for section in every}) == len(every)
    assert [one for one in every if form.id in forms_with(one)] == list(form.sections)


def test_both_are_asked_after_the_meeting_and_nothing_else_waits_for_it() -> None:
    after = [section for section in sections() if section.is_after]
    assert [(section.id, forms_with(section)) for section in after] == [
        ("after", ["views", "family"])
    ]


def test_a_parent_is_not_offered_the_young_persons_advocate() -> None:
    offered = [one.id for one in AUDIENCES if "parent" in one.offered_to]
    assert offered == ["worker", "meeting"]
    assert all("young_person" in one.offered_to for one in AUDIENCES)


@pytest.mark.parametrize(
    "question", [q for q in QUESTIONS if not q.about], ids=lambda question: question.id
)
def test_every_question_can_be_answered_whole_and_is_read_back(question: Question) -> None:
    answer = {"audience": "worker", "value": whole(question)}
    assert problems(question, answer) == []
    lines = tell(question, answer["value"], same)
    assert lines
    for choice in question.choices if "choices" in whole(question) else ():
        assert choice.label in lines


@pytest.mark.parametrize("asked", FORMS.values(), ids=FORMS)
def test_every_question_can_be_skipped(asked: Form) -> None:
    form = form_of(asked)
    form.process(MultiDict())
    assert form.validate()
    assert len(list(form)) >= len(list(asked))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_every_question_has_its_partial_its_place_and_its_source(question: Question) -> None:
    assert (TEMPLATES / "kinds" / f"{question.kind}.html").is_file()
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", question.keeps)
    assert question.sources
    assert question.lead_in.endswith(":")


def test_the_record_keeps_each_question_in_a_place_of_its_own() -> None:
    places = [question.keeps for question in QUESTIONS]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_dependency_names_a_question_and_choices_that_exist(form: Form) -> None:
    for question in form:
        if question.shown_when:
            other = form.question(question.shown_when.question)
            assert other, question.id
            assert all(other.choice(choice) for choice in question.shown_when.choices), question.id


def test_face_to_face_hybrid_online_or_not_there_are_offered() -> None:
    """RW-07, and feature 2."""
    join = VIEWS.question("how-join")
    assert join
    assert [choice.id for choice in join.choices] == [
        "face-to-face",
        "hybrid",
        "online",
        "not-there",
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"number": 11}, ["does_not_fit"]),
        ({"number": True}, ["wrong_type"]),
        ({"number": "7"}, ["wrong_type"]),
        ({"speed": 7}, ["unknown_part"]),
        ({}, ["unknown_part"]),
        ("7", ["not_a_value"]),
        ({"number": 0}, []),
    ],
)
def test_an_answer_that_does_not_fit_is_named_and_never_dropped(
    value: object, expected: list[str]
) -> None:
    question = VIEWS.question("safe-home")
    assert problems(question, {"audience": "worker", "value": value}) == expected
    if value:
        assert tell(question, value, same)


def test_an_unknown_question_is_told_as_it_was_written() -> None:
    value = {"text": "still here", "list": ["and", "this"]}
    assert problems(None, {"audience": "worker", "value": value}) == ["unknown_question"]
    assert tell(None, value, same) == ["still here", "and", "this"]


def test_an_unknown_choice_is_told_as_it_was_written() -> None:
    question = VIEWS.question("who-there")
    value = {"choices": ["family", "robot"]}
    assert problems(question, {"audience": "worker", "value": value}) == ["does_not_fit"]
    assert tell(question, value, same) == ["Someone in my family", "robot"]


def test_the_rings_are_told_each_with_its_place() -> None:
    question = VIEWS.question("safe-rings")
    value = {"neighbourhood": "safe", "home": "not-safe", "me": "dragons"}
    lines = ["Near where I live: Safe", "At home: Not safe", "On my own: dragons"]
    assert tell(question, value, same) == lines
    answer = {"audience": "worker", "value": value}
    assert problems(question, answer) == ["does_not_fit"]
    assert problems(question, {**answer, "value": {"home": "mixed"}}) == []


def test_every_number_of_a_scale_has_one_feeling() -> None:
    numbers = [number for feeling in FEELINGS for number in feeling.numbers]
    assert numbers == list(range(SAFEST + 1))


def test_a_retired_choice_is_still_told() -> None:
    choice = Choice("old", "As it was called", retired=True)
    question = Question("q", "one", "Asked?", "Told:", "a.b", choices=(choice,))
    assert tell(question, {"choice": "old"}, same) == ["As it was called"]


def test_too_long_an_answer_is_named_and_told_whole() -> None:
    question = VIEWS.question("worry-home")
    words = "🙂" * (MOST_CHARACTERS + 1)
    assert problems(question, {"audience": "worker", "value": {"text": words}}) == ["does_not_fit"]
    assert problems(question, {"audience": "worker", "value": {"text": words[1:]}}) == []
    assert tell(question, {"text": words}, same) == [words]


def test_an_unknown_audience_counts_as_the_most_private() -> None:
    assert audience("everybody") is AUDIENCES[0]
    assert AUDIENCES[0].roles == {"worker"}
    question = VIEWS.question("good-proud")
    answer = {"audience": "everybody", "value": {"text": "x"}}
    assert problems(question, answer) == ["unknown_audience"]


def test_a_voice_note_alone_is_an_answer_and_is_told_with_its_length() -> None:
    question = VIEWS.question("worry-home")
    answer = {"audience": "worker", "value": {"voice": VOICE}}
    assert problems(question, answer) == []
    assert tell(question, answer["value"], same) == ["Voice note, 2 min 5 s"]
    assert tell(question, {"text": "See:", "picture": PICTURE}, same) == ["See:", "Picture"]


@pytest.mark.parametrize(
    "odd",
    [
        {"voice": VOICE | {"sha256": "0A" * 32}},
        {"voice": VOICE | {"sha256": 7}},
        {"voice": VOICE | {"type": "text/html"}},
        {"voice": VOICE | {"type": ["audio/webm"]}},
        {"voice": VOICE | {"bytes": 0}},
        {"voice": VOICE | {"bytes": True}},
        {"voice": VOICE | {"seconds": 301}},
        {"voice": VOICE | {"seconds": "5"}},
        {"voice": PICTURE},
        {"voice": {}},
        {"picture": VOICE},
        {"picture": PICTURE | {"type": "image/svg+xml"}},
        {"picture": PICTURE | {"where": "51.5,-0.1"}},
    ],
)
def test_an_odd_attachment_is_named_and_told_as_it_was_written(odd: dict[str, object]) -> None:
    question = VIEWS.question("worry-home")
    assert problems(question, {"audience": "worker", "value": odd}) == ["does_not_fit"]
    assert tell(question, odd, same) == [
        str(item) for one in odd.values() for item in _flat(one) if item != ""
    ]


def _flat(value: object) -> list[object]:
    if isinstance(value, dict):
        return [item for one in value.values() for item in _flat(one)]
    if isinstance(value, list):
        return [item for one in value for item in _flat(one)]
    return [value]


def test_a_question_id_that_stands_twice_is_refused() -> None:
    question = Question("q", "words", "Asked?", "Told:", "a.b")
    with pytest.raises(ValueError, match="stands twice"):
        Form("f", frozenset(), (Section("s", "S", "", (question, question)),))


def test_the_version_changes_with_what_is_asked() -> None:
    asked = Question("q", "words", "Asked?", "Told:", "a.b")
    other = Question("q", "words", "Asked so?", "Told:", "a.b")
    forms = [Form("f", frozenset(), (Section("s", "S", "", (one,)),)) for one in (asked, other)]
    assert forms[0].version != forms[1].version


def test_the_ids_are_those_that_were_ever_given() -> None:
    """Ids are for ever: this file only grows. Promise 14."""
    files = ("ids.txt", "reply_ids.txt")
    ever = " ".join(Path(__file__).with_name(one).read_text("utf-8") for one in files).split()
    every = [form.sections for form in FORMS.values()]
    questions = [q for sections in every for section in sections for q in section.questions]
    choices = [
        f"{question.id}/{choice.id}" for question in questions for choice in question.choices
    ]
    assert set(ever) == {*(question.id for question in questions), *choices}


def test_a_question_about_a_particular_thing_is_found_by_what_stands_before_it() -> None:
    assert VIEWS.question("good-proud@some-action") is VIEWS.question("good-proud")
    assert VIEWS.question("@good-proud") is None
