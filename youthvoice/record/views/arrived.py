"""What has arrived, and what nobody has read yet."""

from dataclasses import dataclass
from datetime import date

from youthvoice.record.cases import Case
from youthvoice.record.staff.access import cases_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store
from youthvoice.record.views.points import points_for
from youthvoice.record.working_days import working_days_between


@dataclass(frozen=True)
class Arrived:
    """Numbers of points in a case; `late` ones were unread for longer than they should be.

    `urgent` ones are unread, and who said them asked that they are read soon.
    """

    case: Case
    points: int
    unread: int
    late: int
    urgent: int
    oldest_unread: date | None


def arrived(store: Store, by: Staff, working_days: int = 2) -> list[Arrived]:
    """One row for each case of this person, of what they may see.

    What is to be read soon comes first, then what is late, then what is unread.

    A point is late when nobody has read it and more than `working_days` have come since.
    """
    rows = [_row(store, by, case, working_days) for case in cases_for(store, by)]
    return sorted(rows, key=lambda row: (not row.urgent, not row.late, not row.unread))


def _row(store: Store, by: Staff, case: Case, working_days: int) -> Arrived:
    points = [point for point in points_for(store, by, case.id) if point.stands]
    unread = [point for point in points if point.waits_to_be_read]
    since = [point.received_on for point in unread]
    today = store.today()
    is_late = {day: working_days_between(day, today) > working_days for day in set(since)}
    late = sum(is_late[day] for day in since)
    urgent = sum(point.is_urgent for point in unread)
    return Arrived(case, len(points), len(since), late, urgent, min(since, default=None))
