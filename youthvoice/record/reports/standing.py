"""Whether reports reach their readers in time: seen without anybody asking (L-06, N-08)."""

from dataclasses import dataclass
from datetime import date

from youthvoice.record.cases import Case
from youthvoice.record.reports.report import Report
from youthvoice.record.reports.sharing import Shared, shared_in
from youthvoice.record.store import Store
from youthvoice.record.working_days import working_days_before, working_days_between

BEFORE = {"first": 2, "review": 5}
"""Working days by which a report must be there before a first meeting, and before a review."""


@dataclass(frozen=True)
class Standing:
    """All reports of a case against the day by which they are due; None while there is no day.

    `days` are the working days by which they must be there before this meeting.
    """

    due: date | None
    days: int
    today: date
    meeting_is_ahead: bool
    shared: list[Shared]

    @property
    def out(self) -> list[Shared]:
        """What readers have now."""
        return [one for one in self.shared if one.is_out]

    @property
    def unshared(self) -> list[Report]:
        """Reports that no reader has, nor ever had."""
        ever = {one.report.id for one in self.shared if one.shared_on}
        reports = {one.report.id: one.report for one in self.shared}
        return [report for name, report in reports.items() if name not in ever]

    @property
    def late(self) -> list[Shared]:
        """What reached its reader after the day."""
        return [one for one in self.out if self.late_by(one.shared_on)]

    @property
    def is_late(self) -> bool:
        """Whether a report came late, or is due and still not shared."""
        waits = bool(self.unshared) or (self.meeting_is_ahead and not self.out)
        return bool(self.late) or (waits and self.late_by(self.today) > 0)

    def late_by(self, day: date | None) -> int:
        """How many working days after the due day that is; 0 for in time, or with nothing due.

        A day after it on which nobody works is late by one: nobody could read it before.
        """
        if day is None or self.due is None or day <= self.due:
            return 0
        return max(1, working_days_between(self.due, day))


def standing_of(store: Store, case: Case) -> Standing:
    """How the reports of a case stand today, against its meeting as it is now."""
    meeting, today = _day(case.meeting.on), store.today()
    days = BEFORE[case.meeting.which]
    due = working_days_before(meeting, days) if meeting else None
    ahead = meeting is not None and today <= meeting
    return Standing(due, days, today, ahead, shared_in(store, case.id))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
