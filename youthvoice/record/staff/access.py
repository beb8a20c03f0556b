"""Who may see what."""

from youthvoice.questions.model import audience
from youthvoice.record.cases import Case, all_cases, find_case
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store


class NotYours(Exception):  # noqa: N818 - pages answer it as if the thing did not exist
    """The staff member has nothing to do with that case or point."""


def sees(by: Staff, audience_id: str) -> bool:
    """Whether answers for that audience are for this person's role. Unknown ones: worker only."""
    return by.role in audience(audience_id).roles


def case_for(store: Store, by: Staff, case_id: str) -> Case:
    """The case, for its worker or its chair. Raises `NotYours`, also when there is none."""
    case = find_case(store, case_id)
    if case is None or not _has_part_in(by, case):
        raise NotYours
    return case


def cases_for(store: Store, by: Staff) -> list[Case]:
    """The cases of this person, by the young person's name."""
    return [case for case in all_cases(store) if _has_part_in(by, case)]


def _has_part_in(by: Staff, case: Case) -> bool:
    return by.id in (case.worker.id, case.chair.id)
