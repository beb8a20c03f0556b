"""The shapes of what we ask."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Translate = Callable[[str], str]


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark words for translation; they are translated where they are shown."""
    return text


def base(question_id: str) -> str:
    """The question of `question@subject`, which is asked about one particular thing."""
    return question_id.partition("@")[0]


def subject(question_id: str) -> str:
    """The particular thing of `question@subject`; empty where there is none."""
    return question_id.partition("@")[2]


@dataclass(frozen=True)
class Choice:
    """One thing to pick. A retired choice is not offered and is still told.

    Who picks one that `asks_nothing`, and adds nothing, needs no answer. `icon` stands beside the
    label for who reads with effort; it says nothing that the label does not, so another one does
    not make another version of the form.
    """

    id: str
    label: str
    help: str = ""
    retired: bool = False
    asks_nothing: bool = field(default=False, repr=False)
    icon: str = field(default="", repr=False)


@dataclass(frozen=True)
class When:
    """Shown only when another question's answer has one of these choices."""

    question: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One thing we ask.

    `lead_in` stands above the answer when it is read back; `keeps` is where the record keeps it
    (`area.name`); `other` labels a free line beside the choices; `offers_people` adds the people
    that the council named in the invitation; `sources` are ids of the requirements. One that is
    asked `about` particular things names their sorts. What is said to one that `wants_answer` is a
    question itself: somebody inside must answer it in words, and another takes the place of none.
    """

    id: str
    kind: str
    asks: str
    lead_in: str
    keeps: str
    help: str = ""
    choices: tuple[Choice, ...] = ()
    other: str = ""
    offers_people: bool = False
    shown_when: When | None = None
    about: tuple[str, ...] = ()
    wants_answer: bool = False
    retired: bool = False
    sources: tuple[str, ...] = ()

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with that id, retired ones too."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


@dataclass(frozen=True)
class Section:
    """Questions that belong together, as who answers them would say it.

    `is_after` is for those that are offered once the meeting has been.
    """

    id: str
    title: str
    intro: str
    questions: tuple[Question, ...]
    icon: str = field(default="", repr=False)
    is_after: bool = field(default=False, repr=False)


@dataclass(frozen=True)
class Form:
    """One form on paper or on a phone: sections in the order in which a person would want them.

    `roles` are the readers who may send it.
    """

    id: str
    roles: frozenset[str]
    sections: tuple[Section, ...]
    _by_id: dict[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        questions = [question for section in self.sections for question in section.questions]
        object.__setattr__(self, "_by_id", {question.id: question for question in questions})
        if len(self._by_id) != len(questions):
            raise ValueError(f"form {self.id}: a question id stands twice")

    def __iter__(self) -> Iterator[Question]:
        """The questions that are asked today, in order."""
        return (question for question in self._by_id.values() if not question.retired)

    def question(self, question_id: str) -> Question | None:
        """The question with that id, retired ones too; of `question@subject` the question."""
        return self._by_id.get(base(question_id))

    @property
    def version(self) -> str:
        """Twelve hexadecimal digits that change whenever what is asked changes."""
        return hashlib.sha256(repr(self.sections).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Audience:
    """Who may see an answer: `roles`. `offered_to` are the readers who may pick it."""

    id: str
    label: str
    help: str
    roles: frozenset[str]
    offered_to: frozenset[str] = frozenset({"young_person", "parent"})


AUDIENCES = (
    Audience(
        "worker",
        N_("Only my worker"),
        N_(
            "Your social worker reads it. Their job is to help young people be safe. "
            "Nobody else at the meeting reads it."
        ),
        frozenset({"worker"}),
    ),
    Audience(
        "meeting",
        N_("People at the meeting"),
        N_("Your worker, the person who runs the meeting, and the people in the room."),
        frozenset({"worker", "chair"}),
    ),
    Audience(
        "advocate",
        N_("My advocate"),
        N_("Your worker and your advocate. An advocate is on your side."),
        frozenset({"worker", "advocate"}),
        frozenset({"young_person"}),
    ),
)
"""Most private first: the first is what an answer gets when nobody picked."""


def audience(audience_id: str) -> Audience:
    """The audience with that id; for one that we do not know, the most private."""
    return next((known for known in AUDIENCES if known.id == audience_id), AUDIENCES[0])
