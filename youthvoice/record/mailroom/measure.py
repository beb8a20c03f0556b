"""How much one round takes: a mailbox that never ends ends a round no later than this."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from youthvoice.record.mailroom.frames import Frame

MIB = 1024 * 1024


@dataclass
class Measure:
    """What is left is collected in the next round, after this one has sent what it has to send.

    Envelopes are at least 4 KiB, and a phone may have a thousand on their way: an honest day of a
    whole council is far below.
    """

    seconds: float = 60
    bytes: int = 64 * MIB
    envelopes: int = 2_000
    clock: Callable[[], float] = time.monotonic
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.clock()

    def take(self, frames: Iterable[Frame]) -> None:
        """These came in this round."""
        for frame in frames:
            self.bytes -= frame.size
            self.envelopes -= 1

    @property
    def is_over(self) -> bool:
        """Whether the time of the round is over."""
        return self.clock() - self.began >= self.seconds

    @property
    def is_full(self) -> bool:
        """Whether no more is to be collected in it."""
        return self.is_over or self.bytes <= 0 or self.envelopes <= 0
