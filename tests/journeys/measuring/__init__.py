"""A page is measured where it is shown: in the browser, as it was laid out and painted.

Each measure gives what is wrong, in words; nothing is a page in order.
"""

import subprocess
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from youthvoice.places import ROOT

ENTRY = Path(__file__).with_name("run.js")


def install(page: Page) -> None:
    """Put the measures into a page; its policy forbids scripts of strangers, not the tester's."""
    page.evaluate(_bundle())


def measured(page: Page, *measures: str) -> list[str]:
    """What is wrong with what is shown, by these measures."""
    found: list[str] = page.evaluate("measures => globalThis.measure(measures)", list(measures))
    return found


@cache
def _bundle() -> str:
    bundler = ROOT / "node_modules" / ".bin" / "esbuild"
    command = [bundler, ENTRY, "--bundle", "--format=iife", "--target=es2022"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
