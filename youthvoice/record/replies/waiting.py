"""Questions that nobody has answered."""

from dataclasses import dataclass
from datetime import date

from youthvoice.record.staff.access import case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store
from youthvoice.record.views.points import all_points


@dataclass(frozen=True)
class Waiting:
    """How many questions wait, since which day, and for whom."""

    count: int
    since: date
    who: str


def questions_waiting(store: Store, by: Staff, case_id: str) -> Waiting | None:
    """Of everybody in the case, whoever may see them; None for none. Raises `NotYours`."""
    case = case_for(store, by, case_id)
    asked = [point for point in all_points(store, case_id) if point.wants_answer]
    since = [point.received_on for point in asked if not point.is_answered(())]
    return Waiting(len(since), min(since), case.worker.name) if since else None
