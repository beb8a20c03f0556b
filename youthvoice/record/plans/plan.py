"""A plan as it is being written."""

import secrets
from dataclasses import asdict, astuple, dataclass, field, fields, replace

from youthvoice.record.cases import Case, find_case
from youthvoice.record.drafts import read_draft, save_draft
from youthvoice.record.staff.access import case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store


@dataclass(frozen=True)
class Action:
    """The seven columns of N-24 and `plain`. `start` and `review` are ISO days or empty."""

    worry: str = ""
    action: str = ""
    plain: str = ""
    who: str = ""
    start: str = ""
    review: str = ""
    safe_enough: str = ""
    progress: str = ""
    id: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing was written in any column."""
        return not any(getattr(self, column.name).strip() for column in fields(self)[:-1])


@dataclass(frozen=True)
class Plan:
    """What stands around the actions, and the actions.

    Above them: name, chair, day; what everyone leaves knowing (L-14): the risk, what must change
    and how, what happens if it does not. Below (N-24): visits, and who makes them (N-25); next
    core group; contingency; next review. `…_on` are ISO days and `…_at` times such as `16:00`, or
    empty; `core_group` and `review` are where, and anything else.
    """

    name: str = ""
    chair: str = ""
    on: str = ""
    risk: str = ""
    must_change: str = ""
    if_not: str = ""
    visits: str = ""
    visits_by: str = ""
    core_group: str = ""
    core_group_on: str = ""
    core_group_at: str = ""
    contingency: str = ""
    review: str = ""
    review_on: str = ""
    review_at: str = ""
    actions: list[Action] = field(default_factory=list)
    revision: int = 0

    @property
    def texts(self) -> list[str]:
        """All that was written in it, ids aside."""
        columns = [one for action in self.actions for one in astuple(action)[:-1]]
        return columns + [one for one in astuple(self) if isinstance(one, str)]


def plan_of(store: Store, case_id: str) -> Plan:
    """The plan as last saved; before that, one with name, chair and day filled in.

    What a draft does not have, because it is older than the field, is empty.
    """
    words, revision = read_draft(store, case_id, "plan")
    if not words:
        return _begun(find_case(store, case_id))
    actions = [Action(**action) for action in words.pop("actions")]
    return Plan(**words, actions=actions, revision=revision)


def save_plan(store: Store, by: Staff, case_id: str, plan: Plan) -> Plan:
    """Save what was written over the revision that was read; empty actions are left out.

    Raises `NotYours` and `StaleDraft`.
    """
    case_for(store, by, case_id)
    actions = [action for action in plan.actions if not action.is_empty]
    whole = replace(plan, actions=_with_ids(actions))
    words = asdict(whole)
    revision = words.pop("revision")
    return replace(whole, revision=save_draft(store, case_id, "plan", words, revision=revision))


def _with_ids(actions: list[Action]) -> list[Action]:
    used: set[str] = set()
    kept = []
    for action in actions:
        own = action.id if action.id and action.id not in used else secrets.token_hex(8)
        used.add(own)
        kept.append(replace(action, id=own))
    return kept


def _begun(case: Case | None) -> Plan:
    return Plan(case.name, case.chair.name, case.meeting.on) if case else Plan()
