"""One Playwright for all: two cannot run in one process."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, sync_playwright


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, for as long as the tests of this process run."""
    with sync_playwright() as running:
        yield running
