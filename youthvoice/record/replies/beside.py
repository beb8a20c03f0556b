"""Replies where the plan is written."""

from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store
from youthvoice.record.views.point import Point
from youthvoice.record.views.points import points_for


def replies_by_subject(store: Store, by: Staff, case_id: str) -> dict[str, list[Point]]:
    """What stands of what this person may see, by what it is about. Raises `NotYours`."""
    found: dict[str, list[Point]] = {}
    for point in points_for(store, by, case_id):
        if point.subject and not point.change:
            found.setdefault(point.subject, []).append(point)
    return found
