"""The only thing that somebody is told of points that are not for them: how many there are."""

from dataclasses import dataclass

from youthvoice.record.plans import plan_of
from youthvoice.record.staff.access import case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store
from youthvoice.record.views.points import all_points, may_see


@dataclass(frozen=True)
class Hidden:
    """How many points wait for the other person, and how many of them have no outcome."""

    points: int
    without_outcome: int


def hidden_from(store: Store, by: Staff, case_id: str) -> Hidden:
    """The numbers. Raises `NotYours`."""
    case_for(store, by, case_id)
    actions = {action.id for action in plan_of(store, case_id).actions}
    standing = [point for point in all_points(store, case_id) if point.stands]
    hidden = [point for point in standing if not may_see(by, point)]
    return Hidden(len(hidden), sum(not point.is_answered(actions) for point in hidden))
