"""The machine's clock, read here and nowhere else.

The record takes its moment from its store, which is given something to ask and asks this where it
is given nothing else. No setting of a council moves it: a clock that could be moved would let a
link hold for ever, or a report be on time.
"""

import time
from datetime import UTC, datetime


def utc_now() -> datetime:
    """The moment."""
    return datetime.now(UTC)


def epoch() -> float:
    """Seconds since 1970, as tokens and the mailbox count them."""
    return time.time()
