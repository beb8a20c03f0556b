"""What any store promises, whatever stands behind it.

Every call is one transaction: when it returns, what it did is on the disk, and when it raises
`StoreFailed`, nothing of it is. Every call may be repeated.
"""

from collections.abc import Sequence
from typing import Protocol

from youthvoice.mailbox.store.judging import Asked, Verdict
from youthvoice.mailbox.store.kept import (
    Arriving,
    Claimed,
    Confirmed,
    Invitation,
    Listed,
    Met,
    Outcome,
    Share,
    Waits,
)
from youthvoice.mailbox.store.trying import Tried


class StoreFailed(RuntimeError):  # noqa: N818 - it is the store that failed
    """The store could not do it (disk full, file gone, locked); nothing was changed."""


class Invitations(Protocol):
    """What the record leaves and takes back."""

    def put(self, invitation: Invitation) -> Outcome:
        """STORED, SAME, DIFFERENT (another one has this id or this box) or REVOKED."""

    def revoke(self, invitation: bytes) -> None:
        """Unusable from now on; its contents, its box, every row in it and its token are gone."""

    def revoked_among(self, invitations: Sequence[bytes]) -> list[bytes]:
        """Those of them that were revoked."""


class Claims(Protocol):
    """Who claimed what."""

    def claim(self, asked: Asked, now: int) -> Verdict:
        """Judge a claim at `now` (unix seconds); bind the device or count the try that it was."""

    def token_of(self, box: bytes) -> bytes | None:
        """SHA-256 of the token of a box, None where there is no such box."""

    def box_of(self, invitation: bytes) -> bytes | None:
        """The box of an invitation that was claimed, otherwise None."""

    def hold(self, box: bytes) -> None:
        """The device holds the contents: delete them here."""

    def unconfirmed(self) -> list[Claimed]:
        """Claims that the record has not confirmed, oldest first, at most 1,000."""

    def confirm(self, invitations: Sequence[bytes]) -> None:
        """The record knows of these claims."""

    def restate(self, claimed: Sequence[Claimed]) -> None:
        """The record says who claimed what: where we know it otherwise, we knew it wrongly.

        What was revoked stays revoked.
        """


class Waiting(Protocol):
    """Envelopes that wait, in one direction."""

    def put(self, arriving: Sequence[Arriving]) -> list[Outcome]:
        """One outcome for each, in order: STORED, SAME, DIFFERENT, NO_BOX, or why it is not kept:

        BOX_FULL, MAILBOX_FULL or DISK_FULL, by the rule in `bounds`.
        """

    def get(self, box: bytes, envelope: bytes) -> bytes | None:
        """The bytes while they wait, otherwise None."""

    def listed(self, box: bytes) -> list[Listed]:
        """What waits for a box, oldest first."""

    def of_box(self, box: bytes, room: int, each: int) -> list[Waits]:
        """The oldest of a box that fit in `room` bytes with `each` bytes around every one.

        At least one, if any waits.
        """

    def after(self, number: int, room: int, each: int) -> list[Waits]:
        """As `of_box`, of all boxes, beyond `number`."""

    def forget(self, box: bytes, envelopes: Sequence[bytes]) -> None:
        """Delete these from the box."""

    def confirm(self, confirmed: Sequence[Confirmed]) -> int:
        """Delete those whose bytes have the SHA-256 named; how many were deleted."""


class Shares(Protocol):
    """Halves of the keys of phones that somebody could look at."""

    def put(self, share: Share, keeps: bytes | None) -> Outcome:
        """STORED, SAME, DIFFERENT, REVOKED (it was here and is gone for good) or NO_BOX.

        Of the box, this one and the one called `keeps` stay; every other is let go of.
        """

    def let_go(self, box: bytes, name: bytes) -> None:
        """Gone for good, if it is of that box."""

    def open(self, name: bytes, proof_hash: bytes) -> Tried:
        """Give the share, or count the try that it was; after the tenth it is gone for good."""


class Epochs(Protocol):
    """Which history this is; see `Decisions` of the mailbox."""

    def now(self) -> Met:
        """As it is."""

    def settle(self, epoch: int, record: tuple[int, int]) -> None:
        """The record, in that epoch and round of its own, has said all that holds in our epoch.

        If its epoch is new here, no claim counts as confirmed any more.
        """

    def begin(self) -> None:
        """A new epoch, in which nothing is settled."""


class Store(Protocol):
    """All that the mailbox keeps."""

    @property
    def invitations(self) -> Invitations:
        """What the record leaves and takes back."""

    @property
    def claims(self) -> Claims:
        """Who claimed what."""

    @property
    def up(self) -> Waiting:
        """Towards the council, within the bounds that the store was opened with."""

    @property
    def down(self) -> Waiting:
        """Towards a phone; nothing that waits towards the council stops it."""

    @property
    def shares(self) -> Shares:
        """What phones entrusted."""

    @property
    def epochs(self) -> Epochs:
        """Which history this is."""

    def check(self) -> None:
        """Read something for real, and say how the last writing went. Raises `StoreFailed`.

        Anybody may ask, so it writes nothing.
        """

    def close(self) -> None:
        """Let go of every connection; the store is not used afterwards."""
