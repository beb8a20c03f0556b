"""Whose turn it is: of one token no more than a few requests are in work, the others wait in line.

So somebody who sends on many connections at once leaves the other threads to others. Requests with
no token are nobody's in particular: people on the staff pages share an address.
"""

import threading
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from typing import Any

AT_ONCE = 2
"""Requests of one token in work: a phone asks one after the other."""


class Turns:
    """Passes on what may be begun, by `begin`."""

    def __init__(self, begin: Callable[[Any], None]) -> None:
        self._begin = begin
        self._in_work: Counter[str] = Counter()
        self._in_line: defaultdict[str, deque[Any]] = defaultdict(deque)
        self._lock = threading.Lock()

    def ask(self, token: str, work: Any) -> None:
        """Begin it now, or when one of the same token is done."""
        with self._lock:
            if token and self._in_work[token] >= AT_ONCE:
                self._in_line[token].append(work)
                return
            self._in_work[token] += 1
        self._begin(work)

    def done(self, token: str) -> None:
        """One of that token is done."""
        with self._lock:
            following = self._in_line[token].popleft() if self._in_line[token] else None
            if not self._in_line[token]:
                del self._in_line[token]
            if following is None:
                self._in_work[token] -= 1
            if not self._in_work[token]:
                del self._in_work[token]
        if following is not None:
            self._begin(following)
