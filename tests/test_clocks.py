"""One clock: nothing reads the day on its own, so that no test depends on the day on which it runs.

What only measures how long something takes (`time.monotonic`, `performance.now`) is no clock here.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from tests import clock

ROOT = Path(__file__).parents[1]
READS = {
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime", "strftime", "asctime"},
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
}
"""By the last name before it: `time.time`, `datetime.now`, `dt.date.today`."""

MAY = {
    "youthvoice/clock.py": "the one place where the product reads the clock",
    "tests/clock/__init__.py": "the one place where tests do",
    "tests/clock/children/sitecustomize.py": "what carries the tests' clock into other processes",
}
PAGES_MAY = {
    "static/phone/keep/days.js": "the day on which something is written, for display",
    "static/phone/start/day.js": "the stamp in a calendar's file, which calendars ask for",
    "static/phone/start/leaving.js": "how long the page was out of sight, also while it slept",
}
READ_ON_PAGES = re.compile(
    r"\bDate\.now\(|\bnew Date\(\s*\)|\bnew Date\b(?!\()|(?<!new )\bDate\(\)"
)


def pythons() -> Iterator[Path]:
    for folder in ("youthvoice", "tests"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def scripts() -> Iterator[Path]:
    written = (one for one in (ROOT / "static").rglob("*.js") if "build" not in one.parts)
    return iter(sorted(written))


def readings(source: str) -> list[int]:
    """The lines on which Python code names what reads the clock."""
    tree = ast.parse(source)
    named = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.ImportFrom)]
    return sorted({node.lineno for node in named if reads_the_clock(node)})


def reads_the_clock(node: ast.Attribute | ast.ImportFrom) -> bool:
    if isinstance(node, ast.ImportFrom):
        names = {alias.name for alias in node.names}
        return node.module == "time" and bool(names & READS["time"])
    before = node.value
    owner = before.attr if isinstance(before, ast.Attribute) else getattr(before, "id", "")
    return node.attr in READS.get(owner, ())


def test_python_reads_the_clock_in_one_place() -> None:
    found = {at: readings((ROOT / at).read_text("utf-8")) for at in map(told, pythons())}
    assert {at: lines for at, lines in found.items() if lines and at not in MAY} == {}, (
        "Take the moment from the store or from `youthvoice.clock`; in a test, from `tests.clock`."
    )
    assert [at for at in MAY if not found.get(at)] == [], "no longer reads it: take it off the list"


def test_pages_read_the_clock_in_few_places_and_for_display_alone() -> None:
    found = {told(one) for one in scripts() if READ_ON_PAGES.search(one.read_text("utf-8"))}
    assert found == set(PAGES_MAY)


def told(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_each_test_begins_at_the_given_moment() -> None:
    assert 0 <= (clock.now() - clock.MOMENT).total_seconds() < clock.SOON


def test_what_a_test_starts_goes_by_its_clock() -> None:
    before = clock.today()
    clock.wait(100)
    ask = [sys.executable, "-c", "import datetime as d; print(d.datetime.now(d.UTC).isoformat())"]
    told = subprocess.run(ask, check=True, capture_output=True, text=True).stdout
    behind = clock.now() - datetime.fromisoformat(told.strip())
    assert 0 <= behind.total_seconds() < clock.SOON
    assert (clock.today() - before).days in (100, 101), "midnight can come meanwhile"


def test_days_pass_as_england_counts_them() -> None:
    """Just after midnight in summer, it is just after midnight again in winter."""
    midnight = datetime(2027, 10, 31, 0, 30, tzinfo=clock.ENGLAND)
    since = midnight.timestamp() - clock.real()
    later = datetime.fromtimestamp(clock.real() + clock.after(40, since), clock.ENGLAND)
    assert (later.date(), later.hour) == (date(2027, 12, 10), 0)


@pytest.mark.parametrize(
    "source",
    [
        "import time\ntime.time()",
        "import time\nread = time.time",
        "from time import time",
        "from datetime import datetime\ndatetime.now(UTC)",
        "import datetime\ndatetime.datetime.now()",
        "import datetime as dt\ndt.date.today()",
        "import time\ntime.strftime('%Y')",
    ],
)
def test_the_rule_finds_each_way_to_read_it(source: str) -> None:
    assert readings(source) != []


@pytest.mark.parametrize(
    "source", ["import time\ntime.monotonic()", "clock.now()", "store.today()", "time.sleep(1)"]
)
def test_the_rule_leaves_alone_what_is_no_clock(source: str) -> None:
    assert readings(source) == []


@pytest.mark.parametrize("source", ["new Date()", "Date.now()", "Date()", "new Date;"])
def test_the_rule_finds_each_way_on_pages(source: str) -> None:
    assert READ_ON_PAGES.search(source)


@pytest.mark.parametrize("source", ["new Date(year, 1, 2)", "Date.UTC(2027, 1)", "x.toDate()"])
def test_the_rule_leaves_alone_days_that_are_given(source: str) -> None:
    assert not READ_ON_PAGES.search(source)
