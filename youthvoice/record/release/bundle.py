"""The message `publication`, for one reader."""

from datetime import date

from youthvoice.envelope.words import Words
from youthvoice.record.cases import Case, Reader, find_case, find_reader
from youthvoice.record.letters import Letter, letter_of
from youthvoice.record.plans import Action, Plan, plan_of
from youthvoice.record.release.clearing import cleared_for
from youthvoice.record.store import Store
from youthvoice.record.views.own import own_points
from youthvoice.record.views.point import Point


def bundle(store: Store, reader_id: str) -> Words:
    """What this reader would get if it were published now. Raises LookupError."""
    reader = find_reader(store, reader_id)
    case = find_case(store, reader.case_id) if reader else None
    if reader is None or case is None:
        raise LookupError(reader_id)
    cleared, today = cleared_for(store, reader), store.today()
    plan = plan_of(store, case.id)
    letter = letter_of(store, case.id)
    version = last_version(store, case.id) + 1
    return {
        "kind": "publication",
        "serial": last_serial(store, reader.id) + 1,
        "on": today.isoformat(),
        "letter": _letter(letter, case, today) if "letter" in cleared else None,
        "plan": _plan(plan, version) if "plan" in cleared else None,
        "happened": _happened(store, reader, plan) if reader.role == "young_person" else [],
    }


def last_serial(store: Store, reader_id: str) -> int:
    """The serial of this reader's last publication; 0 before the first."""
    sql = "SELECT max(serial) AS last FROM publications WHERE reader = ?"
    row = store.row(sql, [reader_id])
    return int(row["last"] or 0) if row else 0


def last_version(store: Store, case_id: str) -> int:
    """How many times something was published in this case."""
    row = store.row(
        "SELECT max(serial) AS last FROM publications JOIN readers ON readers.id = reader"
        " WHERE case_id = ? AND role = 'young_person'",
        [case_id],
    )
    return int(row["last"] or 0) if row else 0


def _letter(letter: Letter, case: Case, today: date) -> Words | None:
    if not letter.html:
        return None
    chair = case.chair
    return {"from": chair.name, "role": chair.role, "on": today.isoformat(), "html": letter.html}


def _plan(plan: Plan, version: int) -> Words | None:
    if not plan.actions:
        return None
    return {
        "name": plan.name,
        "version": version,
        "chair": plan.chair,
        "on": plan.on,
        "actions": [_action(action) for action in plan.actions],
        "visits": plan.visits,
        "core_group": plan.core_group,
        "contingency": plan.contingency,
        "review": plan.review,
    }


def _action(action: Action) -> Words:
    return {
        "worry": action.worry,
        "action": action.action,
        "plain": action.plain,
        "who": action.who,
        "start": action.start,
        "review": action.review,
        "safe_enough": action.safe_enough,
        "progress": action.progress,
    }


def _happened(store: Store, reader: Reader, plan: Plan) -> list[Words]:
    numbers = {action.id: n for n, action in enumerate(plan.actions, start=1)}
    own = sorted(own_points(store, reader), key=lambda point: point.place)
    told = [point for point in own if point.outcome and point.is_answered(numbers)]
    return [_answer(point, numbers) for point in told]


def _answer(point: Point, numbers: dict[str, int]) -> Words:
    given = point.outcome
    assert given is not None  # noqa: S101 - only points with an outcome come here
    return {
        "envelope": point.envelope,
        "question": point.question_id,
        "outcome": given.outcome,
        "action": numbers.get(given.action, 0),
        "why": given.why,
        "name": given.name,
        "role": given.role,
        "on": given.on.isoformat(),
    }
