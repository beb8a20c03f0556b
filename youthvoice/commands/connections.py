"""Connections that say nothing, or say it slowly, stop nobody else.

waitress stops listening once it has as many connections as it may, and gives each of them as long
as it sends one byte every two minutes. Here a new caller always gets in: beyond `MOST` connections,
or `ROOM` bytes of requests, the slowest of the caller with the most of them has to go. A request
has a time in which it must be whole, which is a little more than phones themselves wait. Who was
told that they ask too much is not listened to for a second: reading on would cost others theirs.
"""

import time
from collections import Counter
from collections.abc import Iterable
from typing import Any

from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import WSGITask

from youthvoice import clock
from youthvoice.commands.turns import Turns

MOST = 1000
"""Connections at once. Behind a proxy that keeps slow senders to itself a few dozen are used."""

ROOM = 256 * 1024 * 1024
"""Bytes of requests in memory at once: 300 phones with as large a parcel as they send, and more."""

LOOK = 16 * 1024 * 1024
"""Bytes that may come before that is looked at again."""

HEADERS = 20
"""Seconds in which what is asked must have been said."""

WHOLE = 150
"""Seconds in which a request must be whole and its answer taken; a phone gives up after 120."""

HEAD_START = 64 * 1024
"""Bytes that count as sent by whoever has just come: slow is only who has had time."""


REST = 1.0
"""Seconds for which nobody listens to a connection on which one too many was asked."""


class Task(WSGITask):  # type: ignore[misc]
    """One request; who was told to wait is made to, whatever they send meanwhile."""

    def service(self) -> None:
        """Answer it."""
        super().service()
        if self.status.startswith("429"):
            self.channel.rests_until = time.monotonic() + REST


class Channel(HTTPChannel):  # type: ignore[misc]
    """One connection, and since when it is the caller's turn."""

    task_class = Task
    rests_until = 0.0

    def __init__(self, *about: Any, **more: Any) -> None:
        super().__init__(*about, **more)
        self.since = self.creation_time

    def readable(self) -> bool:
        """Whether anything is read of it now."""
        return bool(super().readable()) and time.monotonic() >= self.rests_until

    def received(self, data: bytes) -> bool:
        """A request that begins has all its time before it."""
        if self.request is None:
            self.since = clock.epoch()
        taken: bool = super().received(data)
        self.server.came(len(data))
        return taken

    def service(self) -> None:
        """From here on the answer has to be taken."""
        token = self.token()
        try:
            super().service()
        finally:
            self.server.turns.done(token)
        self.since = clock.epoch()

    def token(self) -> str:
        """What the request in hand shows, or nothing."""
        return str(self.requests[0].headers.get("AUTHORIZATION", ""))

    def is_waited_for(self) -> bool:
        """Whether it is up to the caller: to ask, to go on, or to take what was answered."""
        return not self.requests and not self.will_close

    def held(self) -> int:
        """Bytes of its requests, whole or not."""
        return sum(_size(one) for one in [*self.requests, self.request] if one is not None)

    def pace(self, now: float) -> float:
        """Bytes a second, as it has gone until now."""
        taken: float = max(now - self.since, 0.001)
        return (_size(self.request) + HEAD_START) / taken

    def is_late(self, now: float) -> bool:
        """Whether what was begun has taken too long; who has not begun may be quiet."""
        if self.request is None and not self.total_outbufs_len:
            return False
        said_what = self.request is None or self.request.headers_finished
        return bool(now - self.since > (WHOLE if said_what else HEADERS))


class Server(TcpWSGIServer):  # type: ignore[misc]
    """Listens whatever happens, and makes room for who comes."""

    channel_class = Channel
    most = MOST
    unseen = 0

    def __init__(self, *about: Any, **more: Any) -> None:
        super().__init__(*about, **more)
        self.turns = Turns(self.task_dispatcher.add_task)

    def add_task(self, channel: Channel) -> None:
        """A request is whole: it is answered when it is its turn."""
        self.turns.ask(channel.token(), channel)

    def handle_accept(self) -> None:
        """A new connection, and one less where there are too many."""
        super().handle_accept()
        if len(self._staying()) > self.most:
            self._part_with_slowest()

    def came(self, size: int) -> None:
        """So many bytes were read; now and then all that is held is looked at."""
        self.unseen += size
        if self.unseen >= LOOK:
            self.unseen = 0
            self._make_room()

    def maintenance(self, now: float) -> None:
        """Every few seconds: who has been quiet for too long, and who has taken too long."""
        super().maintenance(now)
        for one in self._staying():
            if one.is_waited_for() and one.is_late(now):
                one.will_close = True

    def _make_room(self) -> None:
        while sum(one.held() for one in self._staying()) > ROOM and self._part_with_slowest():
            pass

    def _part_with_slowest(self) -> bool:
        now = clock.epoch()
        waited_for = [one for one in self._staying() if one.is_waited_for()]
        slowest = min(of_the_busiest(waited_for), key=lambda one: one.pace(now), default=None)
        if slowest is not None:
            slowest.will_close = True
        return slowest is not None

    def _staying(self) -> list[Channel]:
        return [one for one in self.active_channels.values() if not one.will_close]


def of_the_busiest(channels: Iterable[Channel]) -> list[Channel]:
    """The connections of the caller that has the most."""
    found = list(channels)
    busiest = Counter(one.addr[0] for one in found).most_common(1)
    return [one for one in found if one.addr[0] == busiest[0][0]]


def _size(request: Any) -> int:
    """Bytes of one request as far as it has come."""
    if request is None:
        return 0
    return int(request.header_bytes_received + request.body_bytes_received)
