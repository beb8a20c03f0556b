"""What scripts make of the phone's document has no fault either, by the W3C's validator."""

from collections.abc import Callable

import pytest

from tests.journeys import story
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.markup import faults

ADVICE = ("Section lacks heading.", "Consider using the “h1” element as a top-level heading only")


@pytest.mark.chromium
def test_a_phone_that_has_said_and_read_things(
    council: Council, phone: Callable[..., Phone], desk: Callable[..., Desk]
) -> None:
    """On the first visit, and with a draft, a letter and a plan: all pages, shown or not."""
    amina = phone()
    amina.open(council.outside)
    amina.shown("open")
    assert judged(amina) == []
    story.tell_it_all(council, amina, desk)
    amina.draft("good", "good-proud", "My drawings")
    assert judged(amina) == []


def judged(phone: Phone) -> list[str]:
    """What is found, but for advice that takes all pages for one: only one is ever shown."""
    return [one for one in faults(phone.page.content()) if not one.startswith(ADVICE)]
