"""The kinds of question: one row each, with one template partial each in `templates/kinds/`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wtforms import IntegerField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, NumberRange, Optional

from youthvoice.questions.attachments import is_picture, is_voice, tell_picture, tell_voice
from youthvoice.questions.model import Question, Translate
from youthvoice.questions.rings import RINGS, Ring

MOST_CHARACTERS = 10_000
"""Of one free-text answer, in Unicode code points."""
MOST_LINE = 300
SAFEST = 10

Field = Any  # wtforms' UnboundField, which it does not type
Tell = Callable[[Question, Any, Translate], list[str]]


def _always(_value: Any) -> bool:
    return True


@dataclass(frozen=True)
class Part:
    """One control of a question: its key in the answer's value, its field, how it is told.

    What is attached to an answer has no field: `fits` checks it instead.
    """

    key: str
    shape: type
    field: Callable[[Question], Field] | None
    tell: Tell
    fits: Callable[[Any], bool] = _always


@dataclass(frozen=True)
class Kind:
    """A row of the table. The partial is `templates/kinds/<name>.html`."""

    name: str
    parts: tuple[Part, ...]

    def part(self, key: str) -> Part | None:
        """The part with that key."""
        return next((part for part in self.parts if part.key == key), None)


def _offered(question: Question) -> list[SelectChoice]:
    return [SelectChoice(choice.id, choice.label) for choice in question.choices]


def _verbatim(_question: Question, value: Any, _translate: Translate) -> list[str]:
    return [str(value)] if value not in ("", None) else []


def _each_verbatim(_question: Question, values: Any, _translate: Translate) -> list[str]:
    return [str(value) for value in values]


def _label(question: Question, value: Any, translate: Translate) -> list[str]:
    choice = question.choice(value)
    return [translate(choice.label) if choice else str(value)]


def _labels(question: Question, values: Any, translate: Translate) -> list[str]:
    return [line for value in values for line in _label(question, value, translate)]


def _words(_question: Question) -> Field:
    return TextAreaField(validators=[Optional(), Length(max=MOST_CHARACTERS)])


def _line(_question: Question) -> Field:
    return StringField(validators=[Optional(), Length(max=MOST_LINE)])


def _one(question: Question) -> Field:
    return RadioField(choices=_offered(question), validators=[Optional()])


def _several(question: Question) -> Field:
    return SelectMultipleField(choices=_offered(question), validators=[Optional()])


def _people(_question: Question) -> Field:
    return SelectMultipleField(choices=[], validate_choice=False, validators=[Optional()])


def _number(_question: Question) -> Field:
    return IntegerField(validators=[Optional(), NumberRange(0, SAFEST)])


def _ring(ring: Ring) -> Part:
    def tell(question: Question, value: Any, translate: Translate) -> list[str]:
        lead_in = translate(ring.lead_in)
        return [f"{lead_in} {label}" for label in _label(question, value, translate)]

    return Part(ring.id, str, _one, tell)


WORDS = Part("text", str, _words, _verbatim)
LINE = Part("text", str, _line, _verbatim)
CHOICE = Part("choice", str, _one, _label)
CHOICES = Part("choices", list, _several, _labels)
PEOPLE = Part("people", list, _people, _each_verbatim)
OTHER = Part("other", str, _line, _verbatim)
NUMBER = Part("number", int, _number, _verbatim)
VOICE = Part("voice", dict, None, tell_voice, is_voice)
PICTURE = Part("picture", dict, None, tell_picture, is_picture)

KINDS = {
    kind.name: kind
    for kind in (
        Kind("words", (WORDS, VOICE, PICTURE)),
        Kind("line", (LINE,)),
        Kind("one", (CHOICE,)),
        Kind("choice_words", (CHOICE, WORDS, VOICE, PICTURE)),
        Kind("several", (CHOICES, OTHER)),
        Kind("people", (CHOICES, PEOPLE, OTHER)),
        Kind("scale", (NUMBER,)),
        Kind("rings", tuple(_ring(ring) for ring in RINGS)),
    )
}
