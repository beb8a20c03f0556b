"""Runs every measure in turn and prints what was found."""

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests import clock
from tests.bench import handmade, watch
from tests.journeys.conftest import free_port
from tests.journeys.council import Council
from tests.journeys.phone import CHROMIUM, QUIET, Phone

TURNS = 7
Times = dict[str, list[float]]


def main() -> None:
    """Three measures, each beside the page made by hand; then ratios."""
    clock.begin()
    times: Times = defaultdict(list)
    with sync_playwright() as playwright, ExitStack() as after:
        council, amina = after.enter_context(_opened(playwright))
        by_hand = after.enter_context(handmade.served())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        after.callback(browser.close)
        for _ in range(TURNS):
            _first_visit(times, browser, council.outside, by_hand)
        council.stop_half("outside")
        watch.slow_down(amina.page)
        amina.page.add_init_script(watch.TAP_THROUGH)
        for _ in range(TURNS):
            _opened_app(times, browser, amina.page, by_hand)
    _tell(times)


@contextmanager
def _opened(playwright: Playwright) -> Iterator[tuple[Council, Phone]]:
    """A council, and a phone with an invitation, kept for no signal."""
    with tempfile.TemporaryDirectory() as data, ExitStack() as after:
        council = Council(Path(data) / "data", free_port(), free_port())
        after.callback(council.stop)
        council.start()
        amina = after.enter_context(closing(Phone(playwright, Path(data) / "phone", council)))
        amina.claim(council.invitation())
        amina.wait_until_kept()
        yield council, amina


def _first_visit(times: Times, browser: Browser, ours: str, by_hand: str) -> None:
    for name, address in (("ours", ours), ("by hand", by_hand)):
        page = watch.fresh(browser, address)
        moment = watch.until_ready(page, "#check-number")
        times[f"first visit, {name}"].append(moment)
        if len(times[f"first visit, {name}"]) == TURNS:
            _tell_weight(name, watch.fetched(page, moment))
        page.context.close()


def _opened_app(times: Times, browser: Browser, app: Page, by_hand: str) -> None:
    app.reload(wait_until="commit")
    times["first question, ours"].append(watch.until_ready(app, "[data-question]:not([hidden])"))
    times["tap, ours"].append(watch.tapped(app, '[data-question] [data-act="next"]'))
    other = watch.fresh(browser, f"{by_hand}#one")
    times["first question, by hand"].append(watch.until_ready(other, "#one"))
    times["tap, by hand"].append(watch.tapped(other, '[data-act="next"]'))
    other.context.close()


def _tell_weight(name: str, files: list[tuple[str, int]]) -> None:
    total = sum(size for _, size in files)
    print(f"first visit, {name}: {len(files)} requests, {total} bytes, compressed")
    for path, size in files:
        print(f"    {size:>6} {path}")


def _tell(times: Times) -> None:
    print(f"\nmedians of {TURNS} turns, processor 6 times slower, slow 4G")
    for measure in ("first visit", "first question", "tap"):
        ours, other = (median(times[f"{measure}, {name}"]) for name in ("ours", "by hand"))
        print(f"{measure:>15}: {ours:7.0f} ms, by hand {other:7.0f} ms, {ours / other:.2f} times")


if __name__ == "__main__":
    main()
