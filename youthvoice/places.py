"""Where the project's own files lie, in a checkout and installed.

A wheel carries them inside the package; in a checkout they lie beside it.
"""

import json
from functools import cache
from pathlib import Path

from click import ClickException

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
"""The checkout. Means nothing where the package is installed."""

HOME = PACKAGE if (PACKAGE / "templates").is_dir() else ROOT
STATIC = HOME / "static"
BUILD = STATIC / "build"
TEMPLATES = HOME / "templates"
TRANSLATIONS = HOME / "translations"


class NotBuilt(ClickException):
    """A built file is not there: a sentence that says what to do."""


def read_built(name: str) -> bytes:
    """The bytes of a built file, by the name that it has on the disk. Raises `NotBuilt`."""
    try:
        return (BUILD / name).read_bytes()
    except FileNotFoundError:
        raise NotBuilt(f"static/build/{name} is missing. Run `make build` first.") from None


@cache
def built() -> dict[str, str]:
    """Name of each built file by its plain name: `{"phone.js": "phone-1f2e….js"}`."""
    names: dict[str, str] = json.loads(read_built("manifest.json"))
    return names


def built_url(name: str) -> str:
    """The address of a built file, the same in both halves."""
    return f"/static/build/{built()[name]}"
