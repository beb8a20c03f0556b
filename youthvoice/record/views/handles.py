"""How a page names a point: its id may hold anything that a phone sent, so not by its id."""

import hashlib

from flask import abort

from youthvoice.record.desk import current_staff, store
from youthvoice.record.views import Point, points_for


def handle(point: Point) -> str:
    """Sixteen hexadecimal digits."""
    return hashlib.sha256(point.id.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def anchor(point: Point) -> str:
    """Where it stands on the page of views."""
    return f"point-{handle(point)}"


def points_of(case_id: str, handles: list[str]) -> list[Point]:
    """Those points of a case, which I must all be allowed to see; otherwise 404."""
    points = {handle(point): point for point in points_for(store(), current_staff(), case_id)}
    if not set(handles) <= set(points):
        abort(404)
    return [points[one] for one in handles]
