"""What somebody changed or took back: the old stays, dated, and what replaced it is known.

Envelopes come in any order, so nothing is noted in the old: what took its place is found anew at
every reading, among what the same person said to the same question.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from youthvoice.record.views.point import Change, Point

What = Literal["changed", "taken_back"]
Place = tuple[str, str, str]
"""Whose, to which question, in which envelope."""


def with_changes(points: Sequence[Point]) -> list[Point]:
    """The points, each with what took its place. A taking back is no point of its own once what
    it takes back is here.
    """
    instead = {_place(point, point.instead_of): point for point in reversed(points)}
    found = [replace(point, change=_change(points, instead, point)) for point in points]
    here = {_place(point, point.envelope) for point in points}
    return [
        point
        for point in found
        if not (point.takes_back and _place(point, point.instead_of) in here)
    ]


def earlier(points: Sequence[Point], point: Point) -> list[Point]:
    """What this one took the place of, the newest first."""
    by_place = {_place(one, one.envelope): one for one in points}
    found: list[Point] = []
    before = by_place.get(_place(point, point.instead_of))
    while before and before not in found:
        found.append(before)
        before = by_place.get(_place(before, before.instead_of))
    return found


def _place(point: Point, envelope: str) -> Place:
    return point.reader.id, point.question_id, envelope


def _change(points: Sequence[Point], instead: dict[Place, Point], point: Point) -> Change | None:
    newer = instead.get(_place(point, point.envelope))
    if newer is None or newer in [point, *earlier(points, point)]:
        return None  # nothing did, or they go round in a circle, and each stands
    what: What = "taken_back" if newer.takes_back else "changed"
    return Change(what, newer.envelope, newer.audience, newer.received_on)
