"""What staff do with a point: read it, talk about it, say what happened to it."""

from collections.abc import Iterable

from youthvoice.questions.forms import FORMS
from youthvoice.record.drafts import StaleDraft
from youthvoice.record.plans import plan_of
from youthvoice.record.staff.access import NotYours, case_for, sees
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store
from youthvoice.record.views.own import owe_points
from youthvoice.record.views.points import all_points

OUTCOMES = ("in_plan", "done", "not_done")
ANSWERED = "answered"
"""What happens to a question, and to nothing else; it is told at once."""


class BadOutcome(ValueError):  # noqa: N818 - a person can put it right
    """`code`: `unknown_outcome`, `why_needed` or `action_needed`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def mark_read(store: Store, by: Staff, point_ids: Iterable[str]) -> None:
    """Note that this person has read them; who said them is told. Raises `NotYours`."""
    _mark(store, by, point_ids, "read")


def mark_talked(store: Store, by: Staff, point_ids: Iterable[str]) -> None:
    """Note that they were talked about; who said them is told. Raises `NotYours`."""
    _mark(store, by, point_ids, "talked")


def give_outcome(
    store: Store,
    by: Staff,
    point_id: str,
    outcome: str,
    why: str = "",
    action: str = "",
    *,
    seen: str | None = None,
) -> None:
    """What happened to it, told with the next publication; giving it again replaces it.

    `in_plan` needs the id of an action in the plan, `not_done` needs a why. A question is
    `answered`, with the answer as its why, and that is told at once. `BadOutcome`, `NotYours`;
    `StaleDraft` where `seen` is given and is not the point's version any more: another outcome was
    given meanwhile, or the point was changed.
    """
    with store.write():
        point = _visible(store, by, point_id)
        if seen not in (None, _version(store, point)):
            raise StaleDraft
        _check(store, point, outcome, why.strip(), action)
        words = {"outcome": outcome, "why": why.strip()}
        words["action"] = action if outcome == "in_plan" else ""
        _note(store, by, point, "outcome", words)
        if outcome == ANSWERED:
            owe_points(store, point["case_id"], [point_id])


def _mark(store: Store, by: Staff, point_ids: Iterable[str], what: str) -> None:
    with store.write():
        points = [_visible(store, by, point_id) for point_id in point_ids]
        for point in points:
            _note(store, by, point, what, {})
        for case_id in {point["case_id"] for point in points}:
            owe_points(store, case_id, {point["id"] for point in points})


def _note(store: Store, by: Staff, point: Row, what: str, words: dict[str, str]) -> None:
    row = {"point": point["id"], "what": what, "staff": by.id}
    row["happened_on"] = store.today().isoformat()
    with store.write() as database:
        database.table("events").insert(row | words, ignore=what != "outcome")


def _visible(store: Store, by: Staff, point_id: str) -> Row:
    point = store.row("SELECT * FROM points WHERE id = ?", [point_id])
    if point is None or not sees(by, point["audience"]):
        raise NotYours
    case_for(store, by, point["case_id"])
    return point


def _check(store: Store, point: Row, outcome: str, why: str, action: str) -> None:
    if outcome not in ((ANSWERED,) if _wants_answer(point) else OUTCOMES):
        raise BadOutcome("unknown_outcome")
    if outcome in ("not_done", ANSWERED) and not why:
        raise BadOutcome("why_needed")
    actions = {one.id for one in plan_of(store, point["case_id"]).actions}
    if outcome == "in_plan" and action not in actions:
        raise BadOutcome("action_needed")


def _version(store: Store, row: Row) -> str:
    points = all_points(store, row["case_id"])
    return next(point.version for point in points if point.id == row["id"])


def _wants_answer(point: Row) -> bool:
    form = FORMS.get(point["form"])
    question = form.question(point["question"]) if form else None
    return question is not None and question.wants_answer
