"""One Playwright for all: two cannot run in one process. One clock for all (`tests.clock`).

No test hangs on how fast a machine is.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Playwright, sync_playwright

from tests import clock

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
clock.begin()
USUAL = 0o022
"""What new files withhold from others on most machines: the right to write."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The browser that people's phones have in the journeys."""
    parser.addoption("--engine", choices=("chromium", "firefox", "webkit"), default="chromium")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, for as long as the tests of this process run."""
    with sync_playwright() as running:
        yield running


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Each test begins at the given moment, and with the rights for new files that all began with.

    A command that a test calls takes them from others, for as long as its process lives.
    """
    clock.begin_again()
    os.umask(USUAL)
