"""The mailroom's own thread."""

import threading

from youthvoice.record.house import House
from youthvoice.record.mailroom.rounds import round_trip


class Mailroom:
    """Makes round trips every `collect_every` seconds, and at once when something is owed."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name="mailroom", daemon=True)

    def start(self) -> None:
        """Begin, with a round trip at once."""
        self._thread.start()

    def stop(self) -> None:
        """Let the round trip that is under way end, and no other begin."""
        self._stopping.set()
        self.wake()
        if self._thread.is_alive():
            self._thread.join()

    def wake(self) -> None:
        """Make a round trip now."""
        self._house.store.bell.set()

    def _work(self) -> None:
        bell = self._house.store.bell
        while not self._stopping.is_set():
            bell.clear()
            self._survive()
            bell.wait(self._house.settings.collect_every)

    def _survive(self) -> None:
        """Not even a full disk ends the thread: the next round tries again."""
        try:
            round_trip(self._house)
        except Exception:
            self._stopping.wait(1)
