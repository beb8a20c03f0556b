"""Whose a point is: what a reader said, and what was said for them and counts."""

from collections.abc import Collection

from youthvoice.record.cases import Reader, young_person_of
from youthvoice.record.owed import owe_reader
from youthvoice.record.store import Store
from youthvoice.record.views.point import Point
from youthvoice.record.views.points import all_points


def own_points(store: Store, reader: Reader) -> list[Point]:
    """The points that count as this reader's, in the order in which they came.

    For a young person those too that an advocate wrote, once the young person has said yes (#12).
    """
    return [point for point in all_points(store, reader.case_id) if is_own(point, reader)]


def is_own(point: Point, reader: Reader) -> bool:
    """Whether it counts as this reader's."""
    is_written_for = reader.role == "young_person" and point.approval is not None
    return point.counts and (point.reader == reader or is_written_for)


def made_by(store: Store, reader: Reader) -> list[Point]:
    """All that a reader is told the state of: what they wrote, and what counts as theirs."""
    points = all_points(store, reader.case_id)
    return [point for point in points if point.reader == reader or is_own(point, reader)]


def owe_points(store: Store, case_id: str, point_ids: Collection[str]) -> None:
    """Whoever is told of these points is owed how they stand now, and nobody else.

    That is who wrote them, and the young person of what was written for them once it counts.
    """
    told = [point for point in all_points(store, case_id) if point.id in point_ids]
    readers = {point.reader.id for point in told}
    if any(point.approval and point.counts for point in told):
        readers.add(young_person_of(store, case_id).id)
    for reader_id in readers:
        owe_reader(store, reader_id, "points")
