"""Which items are cleared for which reader: the letter, what stands around the plan, each action.

A new action is cleared for nobody but the young person until somebody does.
"""

from collections.abc import Collection

from youthvoice.record.cases import Reader, find_reader
from youthvoice.record.drafts import StaleDraft
from youthvoice.record.plans import Action, Plan, plan_of
from youthvoice.record.staff.access import NotYours, case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store

LETTER, PLAN = "letter", "plan"


class UnknownItem(ValueError):  # noqa: N818 - a person can look at the list again
    """There is nothing of that name to clear now. Nothing was changed."""


def item_of(action: Action) -> str:
    """The name under which one action is cleared."""
    return f"action:{action.id}"


def items_in(plan: Plan) -> list[str]:
    """Everything that can be cleared beside this plan, in the order in which it is read."""
    return [LETTER, PLAN, *map(item_of, plan.actions)]


def clear(
    store: Store, by: Staff, case_id: str, reader_id: str, item: str, *, cleared: bool
) -> None:
    """Say whether that reader may have it, from the next publication on.

    Raises `NotYours` and `UnknownItem`.
    """
    _set(store, by, case_id, reader_id, {item: cleared})


def clear_only(
    store: Store,
    by: Staff,
    case_id: str,
    reader_id: str,
    items: Collection[str],
    *,
    had: Collection[str] | None = None,
) -> None:
    """Of all that can be cleared now, that reader may have these and nothing else.

    Raises `NotYours` and `UnknownItem`; `StaleDraft` where `had` is given and is not what the
    reader may have by now: somebody else has cleared another thing meanwhile.
    """
    with store.write():
        reader = find_reader(store, reader_id)
        if had is not None and reader and cleared_for(store, reader) != set(had):
            raise StaleDraft
        known = items_in(plan_of(store, case_id))
        wanted = dict.fromkeys(known, False) | dict.fromkeys(items, True)
        _set(store, by, case_id, reader_id, wanted)


def cleared_for(store: Store, reader: Reader) -> set[str]:
    """The items that this reader gets; the young person gets all, always."""
    if reader.role == "young_person":
        return set(items_in(plan_of(store, reader.case_id)))
    rows = store.rows("SELECT item FROM cleared WHERE reader = ?", [reader.id])
    return {row["item"] for row in rows}


def _set(store: Store, by: Staff, case_id: str, reader_id: str, wanted: dict[str, bool]) -> None:
    case_for(store, by, case_id)
    reader = find_reader(store, reader_id)
    if reader is None or reader.case_id != case_id:
        raise NotYours
    with store.write() as database:
        if not wanted.keys() <= set(items_in(plan_of(store, case_id))):
            raise UnknownItem
        table = database.table("cleared")
        for item, cleared in wanted.items():
            table.delete_where("reader = ? AND item = ?", [reader_id, item])
            if cleared:
                table.insert({"reader": reader_id, "item": item})
