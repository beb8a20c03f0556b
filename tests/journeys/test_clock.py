"""Phones and desks go by the tests' clock, in England, and so does what they are sent."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page

from tests import clock
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk

NOW = "[Date.now(), new Date().getTime(), Date.parse(Date())]"
ZONE = "Intl.DateTimeFormat().resolvedOptions().timeZone"


def goes_by_the_clock(page: Page) -> None:
    before = clock.now()
    for told in page.evaluate(NOW):
        off = datetime.fromtimestamp(told / 1000, UTC) - before
        assert abs(off.total_seconds()) < clock.SOON
    assert page.evaluate("new Date(2028, 1, 29, 12).toISOString()") == "2028-02-29T12:00:00.000Z"
    assert page.evaluate(ZONE) == "Europe/London"


@pytest.mark.firefox
def test_every_page_goes_by_the_tests_clock(
    council: Council, phone: Callable[..., Phone], desk: Callable[[str], Desk]
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    goes_by_the_clock(amina.page)
    goes_by_the_clock(desk("worker").page)
    amina.wait(400)
    clock.wait(400)
    goes_by_the_clock(amina.page)
    amina.page.reload()
    goes_by_the_clock(amina.page)
