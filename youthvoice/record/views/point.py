"""One thing that was said, and its life."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from youthvoice.questions.answers import tell
from youthvoice.questions.model import Question, Section, Translate, subject
from youthvoice.record.cases import Reader

What = Literal["received", "read", "talked", "outcome"]


@dataclass(frozen=True)
class Event:
    """Something that happened to a point, by whom (`staff` is their id, `name` for reading).

    `n` grows in the order of events; 0 at first.
    """

    what: What
    name: str
    role: str
    on: date
    outcome: str = ""
    why: str = ""
    action: str = ""
    n: int = 0
    staff: str = ""


@dataclass(frozen=True)
class Change:
    """A point was changed or taken back by who made it, with the envelope named."""

    what: Literal["changed", "taken_back"]
    envelope: str
    audience: str
    on: date


@dataclass(frozen=True)
class Approval:
    """Whether the young person says yes to what an advocate wrote for them.

    `there`: who wrote it says that the young person was there, read it and said yes; `yes` and
    `no` they said themselves, from their own phone; until then it is `waiting`.
    """

    state: Literal["waiting", "there", "yes", "no"]
    on: date


@dataclass(frozen=True)
class Point:
    """One answer as it was sent, and what happened to it.

    `problems` are stable codes. `whose` words they are: `own`, `together`, `theirs` or nothing
    said; `beside` is who was there: `how` (`with`, `for`) and `who`. `instead_of` is the envelope
    whose answer this one takes the place of; `change` is what took the place of this one. `about`
    is the particular thing that it answers, in the words that its author's phone showed.
    `approval` is there where an advocate wrote it for the young person.
    """

    id: str
    envelope: str
    question_id: str
    question: Question | None
    section: Section | None
    audience: str
    value: Any
    problems: list[str]
    written_on: str
    received_on: date
    reader: Reader
    place: int
    events: list[Event] = field(default_factory=list)
    whose: str = ""
    beside: dict[str, str] = field(default_factory=dict)
    is_urgent: bool = False
    instead_of: str = ""
    takes_back: bool = False
    change: Change | None = None
    about: str = ""
    approval: Approval | None = None

    @property
    def counts(self) -> bool:
        """It is its author's own, or the young person has said yes to it."""
        return self.approval is None or self.approval.state in ("there", "yes")

    @property
    def is_refused(self) -> bool:
        """The young person has said no to it."""
        return self.approval is not None and self.approval.state == "no"

    @property
    def stands(self) -> bool:
        """It was not changed, taken back or refused."""
        return not self.change and not self.is_refused

    @property
    def subject(self) -> str:
        """The particular thing that it is about, such as an action's id; empty where none is."""
        return subject(self.question_id)

    @property
    def wants_answer(self) -> bool:
        """It is a question, which somebody must answer in words."""
        return self.question is not None and self.question.wants_answer

    @property
    def is_read(self) -> bool:
        """Somebody has read it."""
        return self._has("read")

    @property
    def waits_to_be_read(self) -> bool:
        """Nobody has read it, and it stands."""
        return self.stands and not self.is_read

    @property
    def is_talked_about(self) -> bool:
        """It was talked about."""
        return self._has("talked")

    @property
    def outcome(self) -> Event | None:
        """The last outcome that was given."""
        given = [event for event in self.events if event.what == "outcome"]
        return given[-1] if given else None

    @property
    def version(self) -> str:
        """Another one once somebody said what happened to it, or it was changed; empty at first."""
        given, change = self.outcome, self.change
        return (str(given.n) if given else "") + (f"~{change.envelope}" if change else "")

    @property
    def state(self) -> What:
        """How far it has come."""
        if self.outcome:
            return "outcome"
        if self.is_talked_about:
            return "talked"
        return "read" if self.is_read else "received"

    def is_answered(self, actions: Collection[str]) -> bool:
        """It has an outcome, and one in the plan names an action that is still there.

        One that was changed or taken back asks for none, nor does one that only agrees, nor one
        that does not count.
        """
        if self.change or not self.counts or self._only_agrees:
            return True
        given = self.outcome
        return given is not None and (given.outcome != "in_plan" or given.action in actions)

    def lead_in(self, translate: Translate) -> str:
        """What stands above the answer; the question's id where we do not know it."""
        return translate(self.question.lead_in) if self.question else self.question_id

    def lines(self, translate: Translate) -> list[str]:
        """The answer, verbatim, as lines."""
        return tell(self.question, self.value, translate)

    @property
    def _only_agrees(self) -> bool:
        if self.question is None or not isinstance(self.value, dict):
            return False
        chosen = self.question.choice(self.value.get("choice", ""))
        return chosen is not None and chosen.asks_nothing and set(self.value) == {"choice"}

    def _has(self, what: What) -> bool:
        return any(event.what == what for event in self.events)
