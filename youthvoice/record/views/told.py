"""What a reader is told of the points that they made, and of no others."""

from typing import Any

from youthvoice.envelope.words import MOST, Words, to_bytes
from youthvoice.record.cases import Reader
from youthvoice.record.epochs.epoch import ROOM
from youthvoice.record.store import Store
from youthvoice.record.views.marking import ANSWERED
from youthvoice.record.views.own import made_by
from youthvoice.record.views.point import Event, Point


def points_words(store: Store, reader: Reader, serial: int) -> Words:
    """The message `points`: the whole current state of this reader's points.

    Among a young person's are those that an advocate wrote and that count as theirs, with `by`.

    An outcome is told once it has been published, the answer to a question at once. Where all the
    values would not fit into one envelope the longest are left empty: the phone that wrote them
    has them.
    """
    told_up_to = _told_up_to(store, reader.case_id)
    points = [_point(point, told_up_to, reader) for point in made_by(store, reader)]
    message: Words = {"kind": "points", "serial": serial, "points": points}
    make_room(points, len(to_bytes(message)) + ROOM - MOST)
    return message


def _told_up_to(store: Store, case_id: str) -> int:
    row = store.row("SELECT told_up_to FROM cases WHERE id = ?", [case_id])
    return int(row["told_up_to"]) if row else 0


def point_words(point: Point) -> Words:
    """What was said, as it was."""
    return {
        "envelope": point.envelope,
        "question": point.question_id,
        "value": point.value,
        "audience": point.audience,
        "about": point.about,
    }


def _point(point: Point, told_up_to: int, reader: Reader) -> Words:
    marks = [event for event in point.events if event.what != "outcome"]
    outcomes = [e for e in point.events if e.what == "outcome" and _is_told(e, told_up_to)]
    events = [_event(event) for event in marks + outcomes[-1:]]
    told = point_words(point) | {"events": events + _approved(point, reader) + _changed(point)}
    if point.reader == reader:
        return told
    return told | {"by": {"name": point.reader.name, "role": point.reader.role}}


def _is_told(outcome: Event, told_up_to: int) -> bool:
    return outcome.outcome == ANSWERED or outcome.n <= told_up_to


def _approved(point: Point, reader: Reader) -> list[dict[str, Any]]:
    """For who wrote it: what the young person said to it."""
    if point.approval is None or point.reader != reader:
        return []
    on = point.approval.on.isoformat()
    return [_NOBODY | {"what": f"approval_{point.approval.state}", "on": on}]


_NOBODY = {"name": "", "role": "", "outcome": "", "why": ""}


def _changed(point: Point) -> list[dict[str, Any]]:
    if point.change is None:
        return []
    return [_NOBODY | {"what": point.change.what, "on": point.change.on.isoformat()}]


def _event(event: Event) -> dict[str, Any]:
    return {
        "what": event.what,
        "name": event.name,
        "role": event.role,
        "on": event.on.isoformat(),
        "outcome": event.outcome,
        "why": event.why,
    }


def make_room(points: list[Words], too_many: int) -> None:
    """Empty the longest values until so many bytes are gone."""
    sizes = [len(to_bytes({"": point["value"]})) - len(to_bytes({"": {}})) for point in points]
    for n in sorted(range(len(points)), key=sizes.__getitem__, reverse=True):
        if too_many <= 0:
            return
        points[n]["value"] = {}
        too_many -= sizes[n]
