"""Points as staff read them."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from youthvoice.questions.answers import tell
from youthvoice.questions.model import Question, Section, Translate
from youthvoice.questions.views import FORMS
from youthvoice.record.cases import Reader, readers_of
from youthvoice.record.staff.access import case_for, sees
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store

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
class Point:
    """One answer as it was sent, and what happened to it. `problems` are stable codes."""

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

    @property
    def is_read(self) -> bool:
        """Somebody has read it."""
        return self._has("read")

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
    def state(self) -> What:
        """How far it has come."""
        if self.outcome:
            return "outcome"
        if self.is_talked_about:
            return "talked"
        return "read" if self.is_read else "received"

    def is_answered(self, actions: Collection[str]) -> bool:
        """It has an outcome, and one in the plan names an action that is still there."""
        given = self.outcome
        return given is not None and (given.outcome != "in_plan" or given.action in actions)

    def lead_in(self, translate: Translate) -> str:
        """What stands above the answer; the question's id where we do not know it."""
        return translate(self.question.lead_in) if self.question else self.question_id

    def lines(self, translate: Translate) -> list[str]:
        """The answer, verbatim, as lines."""
        return tell(self.question, self.value, translate)

    def _has(self, what: What) -> bool:
        return any(event.what == what for event in self.events)


def points_for(store: Store, by: Staff, case_id: str) -> list[Point]:
    """What this person may see, in the form's order, then as it came. Raises `NotYours`."""
    case_for(store, by, case_id)
    seen = [point for point in all_points(store, case_id) if sees(by, point.audience)]
    return sorted(seen, key=lambda point: point.place)


def all_points(store: Store, case_id: str) -> list[Point]:
    """Every point of a case as it came. For the record itself: it asks nobody's role."""
    readers = {reader.id: reader for reader in readers_of(store, case_id)}
    events = _events(store, case_id)
    rows = store.rows("SELECT * FROM points WHERE case_id = ? ORDER BY n", [case_id])
    return [_point(row, readers[row["reader"]], events.get(row["id"], [])) for row in rows]


def _point(row: Row, reader: Reader, events: list[Event]) -> Point:
    question, section, place = _asked(row["form"], row["question"])
    received_on = date.fromisoformat(row["received_on"])
    return Point(
        row["id"],
        row["envelope"],
        row["question"],
        question,
        section,
        row["audience"],
        json.loads(row["value"]),
        json.loads(row["problems"]),
        row["written_on"],
        received_on,
        reader,
        place,
        [Event("received", "", "", received_on), *events],
    )


def _asked(form_id: str, question_id: str) -> tuple[Question | None, Section | None, int]:
    """The question, its section and its place in the form; unknown ones come last."""
    sections = FORMS[form_id].sections if form_id in FORMS else ()
    asked = [(question, section) for section in sections for question in section.questions]
    for place, (question, section) in enumerate(asked):
        if question.id == question_id:
            return question, section, place
    return None, None, len(asked)


def _events(store: Store, case_id: str) -> dict[str, list[Event]]:
    rows = store.rows(
        "SELECT events.*, staff.name, staff.role FROM events JOIN staff ON staff.id = staff"
        " JOIN points ON points.id = point WHERE case_id = ? ORDER BY events.n",
        [case_id],
    )
    found: dict[str, list[Event]] = {}
    for row in rows:
        found.setdefault(row["point"], []).append(_event(row))
    return found


def _event(row: Row) -> Event:
    return Event(
        row["what"],
        row["name"],
        row["role"],
        date.fromisoformat(row["happened_on"]),
        row["outcome"],
        row["why"],
        row["action"],
        row["n"],
        row["staff"],
    )
