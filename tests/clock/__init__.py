"""The clock of every test: each begins at one given moment, on whatever day it runs.

Decisions
---------
* **One place says when it is**: the environment's `TESTS_AT`, a moment with its offset, or else an
  ordinary Friday at noon. `make soak` names others. The product reads nothing of all this: no
  setting of a council moves its clock.
* **Each test begins at that very moment**, and time goes on from there. So a test alone finds what
  it finds among all others.
* **Everything that a test starts goes by the same clock**: Python processes through
  `children/sitecustomize.py`, pages of browsers through `browsers.py`. Clocks that only measure how
  long something takes (`time.monotonic`, `performance.now`, timers) stay as they are.
* **Days that a test expects are worked out from the moment** where the product works them out too;
  a day that a test itself puts in may be any.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine

ENGLAND = ZoneInfo("Europe/London")
ORDINARY = "2026-11-20T12:00+00:00"
"""A Friday on which nothing is special."""
MOMENT = datetime.fromisoformat(os.environ.get("TESTS_AT") or ORDINARY)
AHEAD = "TESTS_AHEAD"
"""Names the seconds by which the tests' clock is ahead of the machine's."""
CHILDREN = Path(__file__).with_name("children")
SOONER = MOMENT - timedelta(minutes=10)
"""When that was made which is there already as tests begin."""
SOON = 300
"""Seconds by which a moment can differ from another on a busy machine."""

_moving = time_machine.travel(MOMENT.timestamp())


def begin() -> None:
    """From now on it is the moment, here and in every Python process that is started from here."""
    if AHEAD in os.environ:
        return  # a worker of pytest's: its clock was moved as it started
    _moving.start()
    path = [str(CHILDREN), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, path))
    os.environ["TESTS_PACKAGES"] = str(Path(time_machine.__file__).parents[1])
    begin_again()


def begin_again() -> None:
    """It is the moment once more."""
    _go_to(MOMENT)


def wait(days: int) -> None:
    """So many days pass, here and for every process that is started from here."""
    os.environ[AHEAD] = repr(after(days, ahead()))
    keep_up()


def after(days: int, since: float) -> float:
    """How far ahead a clock is, that far ahead before, at this time of day so many days later.

    Not all days in England have 24 hours.
    """
    at = datetime.fromtimestamp(real() + since, ENGLAND)
    return since + (at + timedelta(days)).timestamp() - at.timestamp()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """In here it is that moment; afterwards it is again as it was, and time has gone on."""
    before = os.environ[AHEAD]
    _go_to(moment)
    try:
        yield
    finally:
        os.environ[AHEAD] = before
        keep_up()


def keep_up() -> None:
    """In a process that was forked from an older one: what its environment says holds."""
    time_machine.traveller_stack[0].move_to(real() + ahead())
    time.time()


def ahead() -> float:
    """Seconds by which the tests' clock is ahead of the machine's; they can be negative."""
    return float(os.environ[AHEAD])


def real() -> float:
    """The machine's own clock, in seconds."""
    return time_machine.escape_hatch.time.time()


def seconds() -> int:
    """Since 1970."""
    return int(time.time())


def now() -> datetime:
    """In UTC, where an hour is always an hour."""
    return datetime.now(UTC)


def today() -> date:
    """In England."""
    return now().astimezone(ENGLAND).date()


def long_day(day: date) -> str:
    """As pages say it: Friday, 20 November 2026."""
    return f"{day:%A}, {day.day} {day:%B %Y}"


def _go_to(moment: datetime) -> None:
    os.environ[AHEAD] = repr(moment.timestamp() - real())
    keep_up()
