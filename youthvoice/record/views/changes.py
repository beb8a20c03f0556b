"""What somebody changed or took back: the old stays, dated, and what replaced it is known.

Envelopes come in any order, so nothing is noted in the old: what took its place is found anew at
every reading, among what the same person said to the same question. What an advocate wrote and the
young person said yes to is the young person's to change: nothing that does not count itself takes
its place.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from youthvoice.record.views.point import Change, Point

What = Literal["changed", "taken_back"]
Place = tuple[str, str]
"""To which question, in which envelope."""


def with_changes(points: Sequence[Point]) -> list[Point]:
    """The points, each with what took its place. A taking back is no point of its own once what
    it takes back is here.
    """
    here, newer = _by_place(points), defaultdict(list)
    for point in points:
        newer[point.question_id, point.instead_of].append(point)
    found = [replace(point, change=_change(here, newer[_place(point)], point)) for point in points]
    return [point for point in found if not (point.takes_back and _is_about_known(here, point))]


def earlier(points: Sequence[Point], point: Point) -> list[Point]:
    """What this one took the place of, the newest first."""
    return _before(_by_place(points), point)


def _before(here: dict[Place, Point], point: Point) -> list[Point]:
    found: list[Point] = []
    before = _target(here, point)
    while before and before not in found:
        found.append(before)
        before = _target(here, before)
    return found


def _by_place(points: Sequence[Point]) -> dict[Place, Point]:
    return {_place(point): point for point in points}


def _place(point: Point) -> Place:
    return point.question_id, point.envelope


def _target(here: dict[Place, Point], point: Point) -> Point | None:
    """What this one takes the place of."""
    found = here.get((point.question_id, point.instead_of))
    return found if found and _may_replace(point, found) else None


def _is_about_known(here: dict[Place, Point], point: Point) -> bool:
    found = here.get((point.question_id, point.instead_of))
    return found is not None and (point.reader == found.reader or _may_replace(point, found))


def _may_replace(newer: Point, older: Point) -> bool:
    if older.approval and older.counts:
        is_theirs = newer.reader.role == "young_person" or newer.reader == older.reader
        return newer.counts and is_theirs
    return newer.reader == older.reader


def _change(here: dict[Place, Point], candidates: list[Point], point: Point) -> Change | None:
    newer = next((one for one in candidates if _may_replace(one, point)), None)
    if newer is None or newer in [point, *_before(here, point)]:
        return None  # nothing did, or they go round in a circle, and each stands
    what: What = "taken_back" if newer.takes_back else "changed"
    return Change(what, newer.envelope, newer.audience, newer.received_on)
