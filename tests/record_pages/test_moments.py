"""When something was, as staff read it: England's day and England's time, all year round."""

from datetime import UTC, datetime, timedelta

import pytest

from tests import clock
from tests.record_pages.council import Council
from youthvoice.record.wording import day, moment


@pytest.mark.parametrize(
    ("now", "at", "told"),
    [
        ("2027-07-01T00:30+01:00", "2027-06-30T23:50+01:00", "30 June 2027, 23:50"),
        ("2027-07-01T00:30+01:00", "2027-07-01T00:10+01:00", "00:10"),
        ("2027-07-01T23:30+01:00", "2027-07-01T00:10+01:00", "00:10"),
        ("2027-10-31T00:30+01:00", "2027-10-30T23:50+01:00", "30 October 2027, 23:50"),
        ("2027-10-31T01:30+00:00", "2027-10-31T01:30+01:00", "01:30"),
        ("2028-02-29T23:59+00:00", "2028-02-29T00:00+00:00", "00:00"),
        ("2028-03-01T00:00+00:00", "2028-02-29T23:59+00:00", "29 February 2028, 23:59"),
    ],
)
def test_only_what_was_today_is_told_without_its_day(
    council: Council, now: str, at: str, told: str
) -> None:
    council.clock.ahead = datetime.fromisoformat(now) - clock.now()
    with council.app.test_request_context():
        assert moment(datetime.fromisoformat(at).astimezone(UTC)) == told


def test_the_day_of_a_moment_is_englands(council: Council) -> None:
    """An invitation that was made just after midnight in summer ends just after midnight."""
    made = datetime.fromisoformat("2027-07-01T00:30+01:00").astimezone(UTC)
    with council.app.test_request_context():
        assert day(made + timedelta(days=14)) == "15 July 2027"
