"""Built and installed once for all of them."""

from pathlib import Path

import pytest

from tests.installing import wheel


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Sdist and wheel."""
    return wheel.distributions(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def commands(distributions: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the installed `youthvoice` is."""
    return wheel.install(distributions[1], tmp_path_factory.mktemp("installed") / "venv")
