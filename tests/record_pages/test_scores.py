"""How safe it felt, over time, as staff read it: of what they may see, in words."""

from datetime import date, timedelta

import pytest

from tests.record_pages.council import Council, answer
from tests.record_pages.desk import Desk
from youthvoice.questions.feelings import feeling_of
from youthvoice.record.views import points_for
from youthvoice.record.views.scores import Score, scores_over_time

HEADING = "How safe it felt, over time"
HOME = "How safe I feel at home, 0 to 10:"


def said(council: Council, number: object, audience: str = "meeting", **more: str) -> str:
    return council.said(answer("safe-home", {"number": number}, audience) | more)


@pytest.fixture
def twice(council: Council) -> str:
    """A month ago and today."""
    council.clock.ahead = timedelta(-30)
    said(council, 2)
    council.clock.ahead = timedelta(0)
    said(council, 7)
    council.said(answer("safe-online", {"number": 5}))
    return f"/cases/{council.case.id}/views"


def section(desk: Desk, views: str) -> str:
    page = desk.opens(views)
    found = [one for one in page.all("section") if HEADING in one.text]
    return " ".join(found[0].text.split()) if found else ""


def test_each_number_stands_with_its_day_and_its_word_the_oldest_first(
    council: Council, twice: str, worker: Desk
) -> None:
    told = section(worker, twice)
    today = council.store.today()
    days = [f"{day:%-d %B %Y}" for day in (today - timedelta(30), today)]
    assert told == f"{HEADING} {HOME} {days[0]}: 2 · Not very safe {days[1]}: 7 · Quite safe"


def test_one_number_tells_of_no_time(council: Council, worker: Desk) -> None:
    said(council, 2)
    assert section(worker, f"/cases/{council.case.id}/views") == ""


def test_nobody_reads_a_number_that_is_not_for_them(
    council: Council, twice: str, chair: Desk, worker: Desk
) -> None:
    said(council, 9, "worker")
    assert "9 · Very safe" in section(worker, twice)
    assert "9 · Very safe" not in section(chair, twice)
    assert "7 · Quite safe" in section(chair, twice)


def test_what_was_changed_counts_and_what_was_taken_back_does_not(council: Council) -> None:
    first = said(council, 2)
    said(council, 4, instead_of=first)
    back = said(council, 10)
    council.said(answer("safe-home", {}) | {"instead_of": back, "taken_back": True})
    points = points_for(council.store, council.worker, council.case.id)
    [place] = scores_over_time(points, str)
    assert [score.number for score in place.scores] == [2, 4]


@pytest.mark.parametrize("odd", [True, "7", -1, 11, None, [7]])
def test_what_is_no_number_of_the_scale_is_left_out(council: Council, odd: object) -> None:
    for number in (3, odd, 6):
        said(council, number)
    points = points_for(council.store, council.worker, council.case.id)
    [place] = scores_over_time(points, str)
    today: date = council.store.today()
    assert place.scores == [Score(today, 3, "Not very safe"), Score(today, 6, "In between")]


def test_every_number_has_a_word() -> None:
    assert all(feeling_of(number) for number in range(11))
    assert feeling_of(11) is None
