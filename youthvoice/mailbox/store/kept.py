"""What is kept, as it goes into a store and comes out. Ids and hashes are raw bytes."""

from dataclasses import dataclass
from enum import Enum, auto
from hmac import compare_digest


class Outcome(Enum):
    """What became of one thing that was to be kept."""

    STORED = auto()
    SAME = auto()
    DIFFERENT = auto()
    BOX_FULL = auto()
    MAILBOX_FULL = auto()
    DISK_FULL = auto()
    NO_BOX = auto()
    REVOKED = auto()


@dataclass(frozen=True)
class Device:
    """A device as it presents itself: two raw public keys (65), its token's SHA-256, a proof (32).

    The proof is for the record; the mailbox has no key that could check it.
    """

    agreement: bytes
    signing: bytes
    token_sha256: bytes
    proof: bytes

    def same_as(self, other: "Device") -> bool:
        """Whether both hold the same keys and the same token. In constant time."""
        mine = self.agreement + self.signing + self.token_sha256
        return compare_digest(mine, other.agreement + other.signing + other.token_sha256)


@dataclass(frozen=True)
class Invitation:
    """What the record leaves for one device.

    `expires` is in unix seconds; a store rounds it down to the hour.
    """

    id: bytes
    box: bytes
    claim_hash: bytes
    check_hash: bytes | None
    contents: bytes
    expires: int


@dataclass(frozen=True)
class Claimed:
    """A claim that the record has not confirmed yet. `held`: the device confirmed the contents."""

    invitation: bytes
    box: bytes
    device: Device
    held: bool


@dataclass(frozen=True)
class Arriving:
    """An envelope that was found well shaped, and the box that it is for."""

    box: bytes
    id: bytes
    data: bytes


@dataclass(frozen=True)
class Listed:
    """An envelope that waits, without its bytes. `size` in bytes."""

    id: bytes
    size: int


@dataclass(frozen=True)
class Waits:
    """An envelope that waits. `number` only grows and is never given twice."""

    number: int
    box: bytes
    data: bytes


@dataclass(frozen=True)
class Confirmed:
    """What the record says that it keeps: the envelope with these very bytes."""

    box: bytes
    id: bytes
    sha256: bytes


@dataclass(frozen=True)
class Share:
    """What a phone entrusts: 32 bytes, given out for a proof whose SHA-256 is `proof_hash`."""

    id: bytes
    box: bytes
    share: bytes
    proof_hash: bytes


@dataclass(frozen=True)
class Met:
    """Our epoch, whether it is settled, and the furthest (epoch, round) that the record told."""

    epoch: int
    is_settled: bool
    record: tuple[int, int]
