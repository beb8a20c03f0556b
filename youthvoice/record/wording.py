"""Stable codes in the words of the people who read them."""

from datetime import date, datetime

from youthvoice.questions.model import audience
from youthvoice.record.desk import store
from youthvoice.record.language import _, day_and_time, long_day, time_of_day
from youthvoice.record.store.store import ENGLAND


def role_name(role: str) -> str:
    """What somebody is in a case, as it stands after their name."""
    return {
        "worker": _("social worker"),
        "chair": _("chair"),
        "young_person": _("young person"),
        "parent": _("parent or carer"),
        "advocate": _("advocate"),
    }.get(role, role)


def day(on: date | str) -> str:
    """A day in words; an ISO text that is none stays as it was written."""
    try:
        return long_day(date.fromisoformat(on) if isinstance(on, str) else on)
    except ValueError:
        return str(on)


def moment(at: datetime) -> str:
    """A time of today as `12:04`, any other with its day; both in England."""
    is_today = at.astimezone(ENGLAND).date() == store().today()
    return time_of_day(at) if is_today else day_and_time(at)


def audience_name(audience_id: str) -> str:
    """Whom the young person picked; one that we do not know counts as the most private."""
    return _(audience(audience_id).label)
