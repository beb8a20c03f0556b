"""One thing to do for a young person."""

from dataclasses import dataclass
from datetime import date

from youthvoice.record.cases import young_person_of
from youthvoice.record.owed import owe_reader
from youthvoice.record.staff.access import NotYours, case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store


class NoWords(ValueError):  # noqa: N818 - a person can put it right
    """A task is done with words to the young person, and there were none."""


class DoneBefore(Exception):  # noqa: N818 - it is done, by somebody else
    """Somebody else did it meanwhile. Nothing was changed."""


@dataclass(frozen=True)
class Task:
    """`staff` is to do it, or did; `words` are what the young person is told."""

    id: str
    case_id: str
    what: str
    since: date
    staff: Staff
    done_on: date | None
    words: str


def tasks_of(store: Store, by: Staff, case_id: str) -> list[Task]:
    """All of a case, the oldest first. Raises `NotYours`."""
    case_for(store, by, case_id)
    return all_tasks(store, case_id)


def open_tasks(store: Store, by: Staff, case_id: str) -> list[Task]:
    """Those that nobody has done yet. Raises `NotYours`."""
    return [task for task in tasks_of(store, by, case_id) if task.done_on is None]


def task_of(store: Store, by: Staff, case_id: str, task_id: str) -> Task:
    """One of them. Raises `NotYours`, also when there is none."""
    for task in tasks_of(store, by, case_id):
        if task.id == task_id:
            return task
    raise NotYours


def hand_to(store: Store, by: Staff, task: Task, staff_id: str) -> None:
    """Somebody else of the case is to do it; the young person sees the new name.

    Raises `DoneBefore` and `NotYours`.
    """
    case = case_for(store, by, task.case_id)
    if staff_id not in (case.worker.id, case.chair.id):
        raise NotYours
    with store.write() as database:
        _check_open(store, task)
        database.execute("UPDATE tasks SET staff = ? WHERE id = ?", [staff_id, task.id])
    _tell(store, task)


def finish(store: Store, by: Staff, task: Task, words: str) -> None:
    """It is done by this person, and the young person is told so in these words.

    The first answer stays: `DoneBefore` for a second. Raises `NoWords`, and `NotYours`.
    """
    case_for(store, by, task.case_id)
    if not words.strip():
        raise NoWords
    with store.write() as database:
        _check_open(store, task)
        database.execute(
            "UPDATE tasks SET done_on = ?, done_by = ?, words = ? WHERE id = ?",
            [store.today().isoformat(), by.id, words.strip(), task.id],
        )
    _tell(store, task)


def all_tasks(store: Store, case_id: str) -> list[Task]:
    """Every task of a case as it came. For the record itself: it asks nobody's role."""
    rows = store.rows(
        "SELECT tasks.*, staff.id AS staff_id, staff.name, staff.role FROM tasks"
        " JOIN staff ON staff.id = coalesce(done_by, staff) WHERE case_id = ?"
        " ORDER BY tasks.rowid",
        [case_id],
    )
    return [_task(row) for row in rows]


def _check_open(store: Store, task: Task) -> None:
    if store.row("SELECT 1 FROM tasks WHERE id = ? AND done_on IS NOT NULL", [task.id]):
        raise DoneBefore


def _tell(store: Store, task: Task) -> None:
    owe_reader(store, young_person_of(store, task.case_id).id, "asked")


def _task(row: Row) -> Task:
    return Task(
        row["id"],
        row["case_id"],
        row["what"],
        date.fromisoformat(row["since"]),
        Staff(row["staff_id"], row["name"], row["role"]),
        date.fromisoformat(row["done_on"]) if row["done_on"] else None,
        row["words"],
    )
