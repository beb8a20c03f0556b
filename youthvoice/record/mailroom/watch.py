"""An end to a request, however slowly its answer drips in.

A time limit for each read does not end an answer that sends one byte before each limit. Here the
connections of a request are cut off when its whole time is over, so that what waits for them ends.
"""

import contextlib
import socket
import threading
from typing import Any

OPENED = (".connect_tcp.complete", ".start_tls.complete")


class Watch:
    """Around one request after another, whose `trace` extension is `trace`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._open: list[socket.socket] = []
        self._timer: threading.Timer | None = None
        self.is_over = False

    def __enter__(self) -> "Watch":
        self.is_over = False
        self._timer = threading.Timer(self._seconds, self._cut_off)
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer:
            self._timer.cancel()

    def trace(self, event: str, about: dict[str, Any]) -> None:
        """Learn of each connection that is opened."""
        if event.endswith(OPENED):
            found = about["return_value"].get_extra_info("socket")
            self._open = [one for one in self._open if one.fileno() >= 0]
            self._open.append(found)
            if self.is_over:
                self._cut_off()

    def _cut_off(self) -> None:
        self.is_over = True
        for one in self._open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
