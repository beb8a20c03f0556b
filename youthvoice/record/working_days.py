"""Working days: Monday to Friday without the bank holidays of England and Wales."""

from datetime import date, timedelta

import holidays

_ENGLAND = holidays.country_holidays("GB", subdiv="ENG")


def is_working_day(day: date) -> bool:
    """Whether people work on that day."""
    return bool(_ENGLAND.is_working_day(day))


def add_working_days(day: date, count: int) -> date:
    """The day that is `count` working days after `day`, which itself is not counted (N-02)."""
    reached = day
    while count > 0:
        reached += timedelta(days=1)
        count -= is_working_day(reached)
    return reached


def working_days_before(day: date, count: int) -> date:
    """The last day with `count` working days between it and `day`, itself one of them (N-08)."""
    reached = day
    while count > 0:
        reached -= timedelta(days=1)
        count -= is_working_day(reached)
    return reached


def working_days_between(first: date, last: date) -> int:
    """How many working days have come after `first`, up to and with `last`; 0 if none."""
    days = (last - first).days
    return sum(is_working_day(first + timedelta(days=n)) for n in range(1, days + 1))
