"""Waiting for what no page says by itself: it is asked for again until it holds."""

from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Error, Locator, Page

SOON = 20_000
"""Milliseconds within which a thing that is under way must show."""
BETWEEN = 100
"""Milliseconds from one asking to the next; the browser's own messages are heard meanwhile."""


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Until that holds; a browser on its way from one page to the next is asked once more."""
    for _ in range(SOON // BETWEEN):
        with suppress(Error):
            if holds():
                return
        page.wait_for_timeout(BETWEEN)
    assert holds()


def reload_until_there(found: Locator) -> None:
    """Until it is on the page: reload as a person would."""

    def is_there() -> bool:
        found.page.reload()
        return found.count() > 0

    if found.count() == 0:
        until(found.page, is_there)
