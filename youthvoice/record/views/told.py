"""What a reader is told of the points that they made."""

from typing import Any

from youthvoice.envelope.words import MOST, Words, to_bytes
from youthvoice.record.cases import Reader
from youthvoice.record.store import Store
from youthvoice.record.views.point import Event, Point
from youthvoice.record.views.points import all_points


def points_words(store: Store, reader: Reader, serial: int) -> Words:
    """The message `points`: the whole current state of this reader's points.

    An outcome is told once it has been published. Where all the values would not fit into one
    envelope the longest are left empty: the phone that wrote them has them.
    """
    own = [point for point in all_points(store, reader.case_id) if point.reader == reader]
    told_up_to = _told_up_to(store, reader.case_id)
    points = [_point(point, told_up_to) for point in own]
    message: Words = {"kind": "points", "serial": serial, "points": points}
    _make_room(points, len(to_bytes(message)) - MOST)
    return message


def _told_up_to(store: Store, case_id: str) -> int:
    row = store.row("SELECT told_up_to FROM cases WHERE id = ?", [case_id])
    return int(row["told_up_to"]) if row else 0


def _point(point: Point, told_up_to: int) -> Words:
    marks = [event for event in point.events if event.what != "outcome"]
    outcomes = [e for e in point.events if e.what == "outcome" and e.n <= told_up_to]
    return {
        "envelope": point.envelope,
        "question": point.question_id,
        "value": point.value,
        "audience": point.audience,
        "events": [_event(event) for event in marks + outcomes[-1:]] + _changed(point),
    }


def _changed(point: Point) -> list[dict[str, Any]]:
    if point.change is None:
        return []
    nobody = {"name": "", "role": "", "outcome": "", "why": ""}
    return [nobody | {"what": point.change.what, "on": point.change.on.isoformat()}]


def _event(event: Event) -> dict[str, Any]:
    return {
        "what": event.what,
        "name": event.name,
        "role": event.role,
        "on": event.on.isoformat(),
        "outcome": event.outcome,
        "why": event.why,
    }


def _make_room(points: list[Words], too_many: int) -> None:
    """Empty the longest values until so many bytes are gone."""
    sizes = [len(to_bytes({"": point["value"]})) - len(to_bytes({"": {}})) for point in points]
    for n in sorted(range(len(points)), key=sizes.__getitem__, reverse=True):
        if too_many <= 0:
            return
        points[n]["value"] = {}
        too_many -= sizes[n]
