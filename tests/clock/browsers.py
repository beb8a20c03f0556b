"""The clock of pages: what they read of the day is moved, what they wait for is not.

Playwright's own clock takes the place of every timer too, and WebKit's driver has none.
"""

from pathlib import Path

SCRIPT = Path(__file__).with_name("date.js").read_text("utf-8").rstrip().removesuffix(";")
ZONE = {"TZ": "Europe/London"}
"""For a browser's environment: where the phone is."""


def script(ahead: float) -> str:
    """For the start of every page: its `Date` is so many seconds ahead."""
    return f"({SCRIPT})({round(ahead * 1000)});"
