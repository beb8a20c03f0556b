"""Working days of England and Wales."""

from datetime import date

import pytest

from youthvoice.record.working_days import (
    add_working_days,
    is_working_day,
    working_days_between,
)

CASES = [
    (date(2026, 12, 14), 15, date(2027, 1, 7)),
    (date(2026, 11, 20), 1, date(2026, 11, 23)),
    (date(2026, 11, 21), 2, date(2026, 11, 24)),
    (date(2026, 4, 2), 1, date(2026, 4, 7)),
]


@pytest.mark.parametrize(("first", "count", "last"), CASES)
def test_count_both_ways(first: date, count: int, last: date) -> None:
    assert add_working_days(first, count) == last
    assert working_days_between(first, last) == count


def test_an_extra_bank_holiday_counts_as_none() -> None:
    assert not is_working_day(date(2023, 5, 8))
    assert is_working_day(date(2023, 5, 9))


def test_no_days_backwards() -> None:
    assert working_days_between(date(2026, 11, 24), date(2026, 11, 20)) == 0
