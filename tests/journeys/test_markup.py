"""What scripts make of the phone's document has no fault either, by the W3C's validator."""

from collections.abc import Callable

import pytest

from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.markup import faults


@pytest.mark.chromium
def test_a_phone_that_has_said_and_read_things(
    council: Council, phone: Callable[..., Phone], desk: Callable[..., Desk]
) -> None:
    """On the first visit, and with a draft, a letter and a plan: all pages, shown or not."""
    amina = phone()
    amina.open(council.outside)
    amina.shown("open")
    unfilled = [one for one in faults(amina.page.content()) if "lacks heading" not in one]
    assert unfilled == []
    story.tell_it_all(council, amina, desk)
    amina.draft("good", "good-proud", "My drawings")
    assert faults(amina.page.content()) == []
