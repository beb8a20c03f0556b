"""Envelopes arrive: each is judged on its own, by its outside, and those that pass are kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from youthvoice.envelope import shape
from youthvoice.envelope.shape import BadEnvelope, Envelope
from youthvoice.mailbox.answers import Refused
from youthvoice.mailbox.store.contract import Waiting
from youthvoice.mailbox.store.kept import Arriving, Outcome

RESULTS = {
    Outcome.STORED: (201, None),
    Outcome.SAME: (200, None),
    Outcome.DIFFERENT: (409, "different_bytes"),
    Outcome.BOX_FULL: (507, "box_full"),
    Outcome.MAILBOX_FULL: (507, "mailbox_full"),
    Outcome.DISK_FULL: (507, "disk_full"),
    Outcome.NO_BOX: (404, "no_box"),
}


@dataclass(frozen=True)
class Result:
    """What became of one envelope. `id` is None where the bytes are none that goes this way."""

    id: bytes | None
    status: int
    error: str | None

    def told(self) -> dict[str, str | int | None]:
        """As it stands in a list of results."""
        name = None if self.id is None else self.id.hex()
        return {"id": name, "status": self.status, "error": self.error}


@dataclass(frozen=True)
class Frame:
    """What came for a box: an envelope perhaps. `data` is None for a broken frame."""

    box: bytes
    data: bytes | None


def outside_of(data: bytes, suite: int) -> Envelope:
    """The envelope's outside. Raises `Refused` with the code that says what is wrong."""
    try:
        envelope = shape.read(data)
    except BadEnvelope as bad:
        raise Refused(413 if bad.code == "too_large" else 400, bad.code) from None
    if envelope.suite != suite:
        raise Refused(400, "not_an_envelope")
    return envelope


def keep(waiting: Waiting, frames: Sequence[Frame], suite: int) -> list[Result]:
    """Keep those that are envelopes of this suite; a result for each, in order."""
    judged = [_judged(frame, suite) for frame in frames]
    good = [one for one in judged if isinstance(one, Arriving)]
    kept = _kept(waiting, good)
    return [one if isinstance(one, Result) else next(kept) for one in judged]


def _judged(frame: Frame, suite: int) -> Arriving | Result:
    if frame.data is None:
        return Result(None, 400, "malformed")
    try:
        envelope = outside_of(frame.data, suite)
    except Refused as refused:
        return Result(None, refused.status, refused.code)
    return Arriving(frame.box, envelope.envelope_id, frame.data)


def _kept(waiting: Waiting, good: Sequence[Arriving]) -> Iterator[Result]:
    if not good:
        return
    outcomes = waiting.put(good)
    for envelope, outcome in zip(good, outcomes, strict=True):
        yield Result(envelope.id, *RESULTS[outcome])
