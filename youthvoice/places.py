"""Where the project's own files lie, and a door that every half has: is it well?"""

import json
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
BUILD = STATIC / "build"
TEMPLATES = ROOT / "templates"
TRANSLATIONS = ROOT / "translations"


@cache
def built() -> dict[str, str]:
    """Name of each built file by its plain name: `{"phone.js": "phone-1f2e….js"}`."""
    try:
        names: dict[str, str] = json.loads((BUILD / "manifest.json").read_text("utf-8"))
    except FileNotFoundError:
        raise RuntimeError("static/build is missing: run `make build` first") from None
    return names


def built_url(name: str) -> str:
    """The address of a built file, the same in both halves."""
    return f"/static/build/{built()[name]}"
