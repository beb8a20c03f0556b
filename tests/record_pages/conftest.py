"""A council, and people at their desks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.record_pages.council import Council, open_council
from tests.record_pages.desk import Desk


@pytest.fixture
def council(tmp_path: Path) -> Iterator[Council]:
    with open_council(tmp_path) as opened:
        yield opened


@pytest.fixture
def stranger_at_the_door(council: Council) -> Desk:
    """Nobody who is signed in."""
    return Desk(council)


@pytest.fixture
def worker(council: Council) -> Desk:
    return Desk(council).signs_in(council.worker)


@pytest.fixture
def chair(council: Council) -> Desk:
    return Desk(council).signs_in(council.chair)


@pytest.fixture
def stranger(council: Council) -> Desk:
    """A worker with another case."""
    return Desk(council).signs_in(council.stranger)
