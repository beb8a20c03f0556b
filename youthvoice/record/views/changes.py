"""What somebody changed or took back: the old stays, dated, and what replaced it is known.

Envelopes come in any order, so nothing is noted in the old: what took its place is found anew at
every reading, among what the same person said to the same question. What an advocate wrote and the
young person said yes to is the young person's to change: nothing that does not count itself takes
its place.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from youthvoice.record.views.point import Change, Point

What = Literal["changed", "taken_back"]
Place = tuple[str, str]
"""To which question, in which envelope."""
Here = dict[Place, Point]


def with_changes(points: Sequence[Point]) -> list[Point]:
    """The points, each with what took its place. A taking back is no point of its own once what
    it takes back is here.

    Each point is looked at a few times, however they name each other.
    """
    here = _by_place(points)
    first = _first_newer(here, points)
    round_about = _in_circles(here, points)
    found = [replace(point, change=_change(first, round_about, point)) for point in points]
    return [point for point in found if not (point.takes_back and _is_about_known(here, point))]


class Earlier:
    """What points took the place of. Made once for a page, asked at each point."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._here = _by_place(points)
        self._first = _first_newer(self._here, points)
        self._round_about = _in_circles(self._here, points)

    def __call__(self, point: Point) -> list[Point]:
        """What this one took the place of, the newest first.

        Where two took the place of the same, what is before that stands with the first of the two;
        of those that go round in a circle each stands by itself.
        """
        found: list[Point] = []
        seen = {point.id}
        before = _target(self._here, point)
        while before and before.id not in seen:
            found.append(before)
            seen.add(before.id)
            point, is_first = before, self._is_first(point, before)
            before = _target(self._here, point) if is_first else None
        return found

    def _is_first(self, newer: Point, older: Point) -> bool:
        first = self._first.get(_place(older))
        is_known = first is None or first.id == newer.id
        return is_known and older.id not in self._round_about


def _by_place(points: Iterable[Point]) -> Here:
    return {_place(point): point for point in points}


def _place(point: Point) -> Place:
    return point.question_id, point.envelope


def _target(here: Here, point: Point) -> Point | None:
    """What this one takes the place of."""
    found = here.get((point.question_id, point.instead_of))
    return found if found and _may_replace(point, found) else None


def _first_newer(here: Here, points: Sequence[Point]) -> Here:
    """By place what first took the place of what stands there.

    All that stands in one place is by one person and counts alike, so one answer holds for all.
    """
    found: Here = {}
    for point in points:
        if older := _target(here, point):
            found.setdefault(_place(older), point)
    return found


def _in_circles(here: Here, points: Sequence[Point]) -> set[str]:
    """The ids of those that, followed back, come to themselves again."""
    done: set[str] = set()
    found: set[str] = set()
    for point in points:
        way = list(_back(here, point, done))
        done.update(one.id for one in way)
        ids = [one.id for one in way]
        last = _target(here, way[-1]) if way else None
        if last and last.id in ids:
            found.update(ids[ids.index(last.id) :])
    return found


def _back(here: Here, point: Point, done: set[str]) -> Iterator[Point]:
    """From one to what it took the place of, and on, up to one that was seen before."""
    seen: set[str] = set()
    one: Point | None = point
    while one and one.id not in done and one.id not in seen:
        yield one
        seen.add(one.id)
        one = _target(here, one)


def _is_about_known(here: Here, point: Point) -> bool:
    found = here.get((point.question_id, point.instead_of))
    return found is not None and (point.reader == found.reader or _may_replace(point, found))


def _may_replace(newer: Point, older: Point) -> bool:
    if older.approval and older.counts:
        is_theirs = newer.reader.role == "young_person" or newer.reader == older.reader
        return newer.counts and is_theirs
    return newer.reader == older.reader


def _change(first: Here, round_about: set[str], point: Point) -> Change | None:
    newer = first.get(_place(point))
    if newer is None or newer.id in round_about:
        return None  # nothing did, or they go round in a circle, and each stands
    what: What = "taken_back" if newer.takes_back else "changed"
    return Change(what, newer.envelope, newer.audience, newer.received_on)
