"""Answers: the form that a question becomes, the check of an opened answer, the read-back."""

from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms.form import BaseForm

from youthvoice.questions.kinds import KINDS, MOST_CHARACTERS, Kind
from youthvoice.questions.model import AUDIENCES, Form, Question, Translate, subject

Value = dict[str, Any]


def field_name(question: Question, part_key: str) -> str:
    """The name of one control: `who-there-choices`."""
    return f"{question.id}-{part_key}"


def fields_of(question: Question) -> dict[str, Any]:
    """The WTForms fields of one question by control name."""
    kind = KINDS[question.kind]
    fields = ((part.key, part.field) for part in kind.parts)
    return {field_name(question, key): field(question) for key, field in fields if field}


def form_of(form: Form) -> BaseForm:
    """The whole form with its controls, empty, as the phone's page renders it."""
    fields = {name: made for question in form for name, made in fields_of(question).items()}
    return BaseForm(fields)


def problems(question: Question | None, answer: dict[str, Any]) -> list[str]:
    """What is odd about an opened answer, as stable codes; an empty list when nothing is.

    The answer is kept whatever this says.
    """
    if question is None:
        return ["unknown_question"]
    value = answer.get("value")
    if not isinstance(value, dict):
        return ["not_a_value"]
    found = [] if answer.get("audience") in _AUDIENCE_IDS else ["unknown_audience"]
    found += _about_problems(question, answer)
    return found + _shape_problems(KINDS[question.kind], value) or found + _misfits(question, value)


def tell(question: Question | None, value: Any, translate: Translate) -> list[str]:
    """The answer as lines, verbatim, to stand under the lead-in."""
    if question is None or not isinstance(value, dict):
        return _as_written(value)
    kind = KINDS[question.kind]
    lines: list[str] = []
    for key, content in value.items():
        part = kind.part(key)
        fits = part is not None and isinstance(content, part.shape) and part.fits(content)
        lines += part.tell(question, content, translate) if part and fits else _as_written(content)
    return lines


_AUDIENCE_IDS = frozenset(audience.id for audience in AUDIENCES)


def _about_problems(question: Question, answer: dict[str, Any]) -> list[str]:
    """Which thing it is about is said where the question is about one, and nowhere else."""
    about, thing = answer.get("about", ""), subject(str(answer.get("question", "")))
    fits = isinstance(about, str) and len(about) <= MOST_CHARACTERS
    return [] if fits and bool(question.about) == bool(thing) else ["odd_about"]


def _shape_problems(kind: Kind, value: Value) -> list[str]:
    known = {part.key: part.shape for part in kind.parts}
    if not value or not set(value) <= set(known):
        return ["unknown_part"]
    for key, content in value.items():
        if not isinstance(content, known[key]) or isinstance(content, bool):
            return ["wrong_type"]
        if isinstance(content, list) and not all(isinstance(item, str) for item in content):
            return ["wrong_type"]
    return []


def _misfits(question: Question, value: Value) -> list[str]:
    sent = MultiDict[str, str]()
    kind = KINDS[question.kind]
    if not all(part.fits(value[part.key]) for part in kind.parts if part.key in value):
        return ["does_not_fit"]
    for key, content in value.items():
        items = content if isinstance(content, list) else [str(content)]
        sent.setlist(field_name(question, key), items)
    form = BaseForm(fields_of(question))
    form.process(sent)
    return [] if form.validate() else ["does_not_fit"]


def _as_written(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [line for content in value.values() for line in _as_written(content)]
    if isinstance(value, list):
        return [line for content in value for line in _as_written(content)]
    return [] if value in ("", None) else [str(value)]
