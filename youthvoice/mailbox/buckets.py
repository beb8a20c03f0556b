"""How often each of many may ask: each fills a bucket that drains at a steady rate.

Kept in memory alone. Of each there is one number, the moment at which its bucket will be empty; the
least lately seen are forgotten beyond `MOST`, which gives them an empty bucket and nobody else.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MOST = 50_000
"""Buckets that are known at once: some 10 MB."""


@dataclass(frozen=True)
class Rate:
    """What may be asked for: `burst` at once, and `per_second` more of it in the long run."""

    per_second: float
    burst: float


class Buckets:
    """One bucket for each key, all of one rate."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._empty_at: OrderedDict[bytes, float] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._empty_at)

    def fill(self, key: bytes, cost: float = 1) -> float:
        """0 where it may go on; otherwise the seconds to wait, and nothing is filled in."""
        with self._lock:
            now = self._clock()
            then = max(self._empty_at.get(key, now), now) + cost / self._rate.per_second
            wait = then - now - self._rate.burst / self._rate.per_second
            if wait <= 0:
                self._keep(key, then)
            return max(wait, 0)

    def _keep(self, key: bytes, then: float) -> None:
        self._empty_at[key] = then
        self._empty_at.move_to_end(key)
        if len(self._empty_at) > MOST:
            self._empty_at.popitem(last=False)
