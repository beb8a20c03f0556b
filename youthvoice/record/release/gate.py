"""What still keeps a case from being published."""

from dataclasses import dataclass, field
from typing import Literal

from youthvoice.envelope.shape import BadEnvelope
from youthvoice.envelope.words import MOST, to_bytes
from youthvoice.record.cases import readers_of
from youthvoice.record.epochs.epoch import ROOM
from youthvoice.record.letters import letter_of
from youthvoice.record.plans import Plan, plan_of
from youthvoice.record.release.bundle import bundle
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store
from youthvoice.record.views.hidden import hidden_from
from youthvoice.record.views.points import points_for

Reason = Literal["points", "hidden_points", "letter", "plain_words", "too_long"]


@dataclass(frozen=True)
class Missing:
    """One reason: how many, and which points (ids) or actions (numbers from 1) it is about."""

    what: Reason
    count: int = 1
    points: list[str] = field(default_factory=list)
    actions: list[int] = field(default_factory=list)


class NotReady(Exception):  # noqa: N818 - there is still something to do
    """Something is missing; nothing was published."""

    def __init__(self, found: list[Missing]) -> None:
        super().__init__(", ".join(one.what for one in found))
        self.missing = found


def missing(store: Store, by: Staff, case_id: str) -> list[Missing]:
    """Everything that is missing, as this person may know it. Raises `NotYours`."""
    plan = plan_of(store, case_id)
    open_points = _without_outcome(store, by, case_id, plan)
    hidden = hidden_from(store, by, case_id).without_outcome
    plainless = [n for n, one in enumerate(plan.actions, start=1) if not one.plain.strip()]
    found = [
        Missing("points", len(open_points), points=open_points),
        Missing("hidden_points", hidden),
        Missing("letter", int(not letter_of(store, case_id).html)),
        Missing("plain_words", len(plainless), actions=plainless),
        Missing("too_long", _too_long(store, case_id)),
    ]
    return [one for one in found if one.count]


def _without_outcome(store: Store, by: Staff, case_id: str, plan: Plan) -> list[str]:
    actions = {action.id for action in plan.actions}
    points = points_for(store, by, case_id)
    return [point.id for point in points if not point.is_answered(actions)]


def _too_long(store: Store, case_id: str) -> int:
    """How many readers' messages would not fit into an envelope."""
    return sum(not _fits(store, reader.id) for reader in readers_of(store, case_id))


def _fits(store: Store, reader_id: str) -> bool:
    try:
        return len(to_bytes(bundle(store, reader_id))) <= MOST - ROOM
    except BadEnvelope:
        return False
