"""The message `publication`, for one reader."""

from youthvoice.envelope.words import Words
from youthvoice.record.cases import Case, Reader, find_case, find_reader
from youthvoice.record.epochs.epoch import after
from youthvoice.record.letters import Letter, letter_of
from youthvoice.record.plans import Action, Plan, plan_of
from youthvoice.record.release.before import first_told, last_part, same_but, sent_before
from youthvoice.record.release.clearing import LETTER, PLAN, cleared_for, item_of
from youthvoice.record.store import Store
from youthvoice.record.views.own import own_points
from youthvoice.record.views.point import Point

AROUND = (
    *("name", "chair", "on"),
    *("risk", "must_change", "if_not"),
    *("visits", "visits_by", "core_group", "core_group_on", "core_group_at"),
    *("contingency", "review", "review_on", "review_at"),
)
WRITTEN = AROUND[3:]
COLUMNS = ("id", "worry", "action", "plain", "who", "start", "review", "safe_enough", "progress")
"""What goes out of a plan (`WRITTEN` no draft has by itself) and of an action, by name: a new field
goes to nobody by itself.
"""

CONTENT = ("letter", "plan", "happened")
NOTHING: Words = {"letter": None, "plan": None, "happened": []}


def bundle(store: Store, reader_id: str) -> Words:
    """What this reader has once it is published now. Raises LookupError.

    The young person gets every publication. Anybody else keeps what they have, with its serial and
    its day, until their own content differs: what is published for others shows in nothing. Serial
    0 stands for nothing sent and nothing to send.
    """
    reader = find_reader(store, reader_id)
    case = find_case(store, reader.case_id) if reader else None
    if reader is None or case is None:
        raise LookupError(reader_id)
    before = sent_before(store, reader.id)
    words = _composed(store, case, reader, before)
    last = before[-1] if before else words | {"serial": 0} | NOTHING
    is_news = any(words[part] != last[part] for part in CONTENT)
    return words if is_news or reader.role == "young_person" else last


def _composed(store: Store, case: Case, reader: Reader, before: list[Words]) -> Words:
    cleared, plan = cleared_for(store, reader), plan_of(store, case.id)
    actions = [action for action in plan.actions if item_of(action) in cleared]
    today = store.today().isoformat()
    letter = _letter(letter_of(store, case.id), case, today, before)
    return {
        "kind": "publication",
        "serial": after(store, before[-1]["serial"] if before else 0),
        "on": today,
        "meeting": case.meeting.on,
        "letter": letter if LETTER in cleared else None,
        "plan": _plan(plan, reader, actions, before, around=PLAN in cleared),
        "happened": _happened(store, case, reader, actions, before),
    }


def _letter(letter: Letter, case: Case, today: str, before: list[Words]) -> Words | None:
    """The letter, of the day on which this reader first got these words."""
    if not letter.html:
        return None
    words = {"from": case.chair.name, "role": case.chair.role, "on": today, "html": letter.html}
    last = last_part(before, "letter")
    return last if last and same_but("on", words, last) else words


def _plan(
    plan: Plan, reader: Reader, actions: list[Action], before: list[Words], *, around: bool
) -> Words | None:
    """Those actions, and what stands around them or, where that is not cleared, empty fields.

    What stands around goes without an action too, once something is written there, for somebody
    who needs the next dates and none of the actions; but not to the young person, who gets all of
    them (RW-08). Whether there are actions for others shows in nothing. `version` counts the
    different plans that this reader got.
    """
    words: Words = {name: getattr(plan, name) if around else "" for name in AROUND}
    has_dates = reader.role != "young_person" and any(words[name] for name in WRITTEN)
    if not actions and not has_dates:
        return None
    words["actions"] = [_action(action) for action in actions]
    last = last_part(before, "plan") or {"version": 0}
    return last if same_but("version", words, last) else words | {"version": last["version"] + 1}


def _action(action: Action) -> Words:
    return {name: getattr(action, name) for name in COLUMNS}


def _happened(
    store: Store, case: Case, reader: Reader, actions: list[Action], before: list[Words]
) -> list[Words]:
    """Of this reader's own points alone; an action is numbered as this reader's plan has it."""
    planned = {action.id for action in plan_of(store, case.id).actions}
    numbers = {action.id: n for n, action in enumerate(actions, start=1)}
    own = sorted(own_points(store, reader), key=lambda point: point.place)
    told = [point for point in own if point.outcome and point.is_answered(planned)]
    since = first_told(before)
    return [
        _answer(point, numbers)
        | {"meeting": since.get((point.envelope, point.question_id), case.meeting.on)}
        for point in told
    ]


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
