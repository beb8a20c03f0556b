"""Points as staff read them."""

import json
from datetime import date
from functools import cache

from youthvoice.questions.forms import FORMS
from youthvoice.questions.model import Question, Section, base
from youthvoice.record.cases import Reader, readers_of
from youthvoice.record.staff.access import case_for, sees
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store
from youthvoice.record.views.changes import with_changes
from youthvoice.record.views.point import Approval, Event, Point

Approvals = dict[tuple[str, str], Row]
"""What counts of what a young person said to what was written for them, by its envelope and
question: the first no, or the first yes where there is no no. A no holds against every yes.
"""


def points_for(store: Store, by: Staff, case_id: str) -> list[Point]:
    """What this person may see. Raises `NotYours`.

    Each reader's own points together, the young person's first, in the form's order, then as they
    came.
    """
    case_for(store, by, case_id)
    order = {reader.id: n for n, reader in enumerate(readers_of(store, case_id))}
    seen = [point for point in all_points(store, case_id) if may_see(by, point)]
    return sorted(seen, key=lambda point: (order[point.reader.id], point.place))


def may_see(by: Staff, point: Point) -> bool:
    """Whether it is for this person's role; changed ones as what took their place is, too."""
    change = point.change
    return sees(by, point.audience) and (change is None or sees(by, change.audience))


def all_points(store: Store, case_id: str) -> list[Point]:
    """Every point of a case as it came. For the record itself: it asks nobody's role."""
    readers = {reader.id: reader for reader in readers_of(store, case_id)}
    events = _events(store, case_id)
    said = _approvals(store, case_id)
    rows = store.rows("SELECT * FROM points WHERE case_id = ? ORDER BY n", [case_id])
    return with_changes(
        [_point(row, readers[row["reader"]], events.get(row["id"], []), said) for row in rows]
    )


def _point(row: Row, reader: Reader, events: list[Event], said: Approvals) -> Point:
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
        row["whose"],
        json.loads(row["beside"]),
        bool(row["urgent"]),
        row["instead_of"],
        bool(row["taken_back"]),
        about=row["about"],
        approval=_approval(row, received_on, said) if reader.role == "advocate" else None,
    )


def _approvals(store: Store, case_id: str) -> Approvals:
    rows = store.rows(
        "SELECT about, question, yes, received_on FROM approvals JOIN readers"
        " ON readers.id = reader WHERE case_id = ? ORDER BY yes, n",
        [case_id],
    )
    found: Approvals = {}
    for row in rows:
        found.setdefault((row["about"], row["question"]), row)
    return found


def _approval(point: Row, received_on: date, said: Approvals) -> Approval:
    row = said.get((point["envelope"], point["question"]))
    if row:
        return Approval("yes" if row["yes"] else "no", date.fromisoformat(row["received_on"]))
    return Approval("there" if point["said_yes"] else "waiting", received_on)


def _asked(form_id: str, question_id: str) -> tuple[Question | None, Section | None, int]:
    """The question, its section and its place among all forms; unknown ones come last."""
    asked = _all_asked()
    return asked.get((form_id, base(question_id)), (None, None, len(asked)))


@cache
def _all_asked() -> dict[tuple[str, str], tuple[Question, Section, int]]:
    asked = [
        (form.id, question, section)
        for form in FORMS.values()
        for section in form.sections
        for question in section.questions
    ]
    return {
        (form, question.id): (question, section, place)
        for place, (form, question, section) in enumerate(asked)
    }


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
