"""Two real servers, real databases, real browsers, a fresh set for every story."""

import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests import clock
from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk, office
from tests.journeys.waiting import SOON
from tests.journeys.webkit.phone import WebKitPhone
from tests.journeys.webkit.screen import screen

expect.set_options(timeout=SOON)


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    """Which browser the phones have: `pytest --engine firefox tests/journeys`."""
    return str(request.config.getoption("--engine"))


@pytest.fixture(scope="session")
def first_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What lies in the council's data folder once everybody is invited and nobody has come."""
    data = tmp_path_factory.mktemp("council") / "data"
    with clock.at(clock.SOONER):
        council = Council(data, free_port(), free_port())
        council.start()
        council.stop()
    return data


@pytest.fixture
def council(tmp_path: Path, first_day: Path) -> Iterator[Council]:
    """Both halves, with the sample people, until the story ends."""
    shutil.copytree(first_day, tmp_path / "data")
    council = Council(tmp_path / "data", free_port(), free_port())
    council.start()
    yield council
    council.stop()


@pytest.fixture
def phone(
    council: Council, tmp_path: Path, engine: str, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Phone | WebKitPhone]]:
    """Phones, each with its own browser profile on disk."""
    made: list[Phone | WebKitPhone] = []

    def new(name: str = "phone", **options: object) -> Phone | WebKitPhone:
        if engine == "webkit":
            hidden = request.getfixturevalue("hidden_screen")
            made.append(WebKitPhone(hidden, tmp_path / name, council))
        else:
            playwright = request.getfixturevalue("playwright")
            made.append(Phone(playwright, tmp_path / name, council, engine, **options))
        return made[-1]

    yield new
    for phone in made:
        phone.close()


@pytest.fixture(scope="session")
def hidden_screen() -> Iterator[str]:
    """Where browsers show themselves that have to."""
    with screen() as name:
        yield name


@pytest.fixture(scope="session")
def staff_browser(playwright: Playwright) -> Iterator[Browser]:
    with office(playwright) as browser:
        yield browser


@pytest.fixture
def desk(council: Council, staff_browser: Browser) -> Iterator[Callable[[str], Desk]]:
    """Staff at their desks, signed in: `desk("worker")`, `desk("chair")`."""
    made: list[Desk] = []

    def sit_down(role: str, which: int = 0) -> Desk:
        made.append(Desk(staff_browser, council, role, which))
        return made[-1]

    yield sit_down
    for desk in made:
        desk.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
