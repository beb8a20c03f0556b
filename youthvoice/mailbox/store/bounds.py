"""The rule by which a full mailbox refuses. It knows no database: every store applies this one.

What strangers can send is bounded three ways: in each box, in all boxes together, and by a floor
of free disk. What the record sends down is bounded by a lower floor alone, so that nobody who sends
up can stop it. What confirms or deletes is bounded by nothing.
"""

import math
from dataclasses import dataclass

from youthvoice.mailbox.store.kept import Outcome

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """For one direction: envelopes in a box, bytes in a box, bytes in all, free bytes that stay."""

    number: float
    box_bytes: float
    all_bytes: float
    floor: int


@dataclass(frozen=True)
class Bounds:
    """In bytes. The defaults are those of the settings, which give the reasons."""

    box_bytes: int = 128 * MIB
    all_bytes: int = 4096 * MIB
    floor: int = 512 * MIB
    number: int = 1000

    def up(self) -> Limits:
        """Towards the council: what strangers can send."""
        return Limits(self.number, self.box_bytes, self.all_bytes, self.floor)

    def down(self) -> Limits:
        """Towards a phone: half the floor stays, for taking in what is confirmed and deleted."""
        return Limits(math.inf, math.inf, math.inf, self.floor // 2)


@dataclass(frozen=True)
class Held:
    """What is there already: in this box, and in all."""

    number: int
    box_bytes: int
    all_bytes: int


@dataclass(frozen=True)
class Disk:
    """Bytes that the disk has free, and those that the database can use again without it."""

    free: int
    reusable: int

    def is_above(self, floor: int) -> bool:
        """Room inside the file counts; but what is written goes through a log on the disk first."""
        return self.free + self.reusable >= floor and self.free >= floor // 2


def refusal(limits: Limits, held: Held, disk: Disk, size: int) -> Outcome | None:
    """Why `size` bytes more are not kept; None when they are."""
    if held.number >= limits.number or held.box_bytes + size > limits.box_bytes:
        return Outcome.BOX_FULL
    if held.all_bytes + size > limits.all_bytes:
        return Outcome.MAILBOX_FULL
    return None if disk.is_above(limits.floor) else Outcome.DISK_FULL
