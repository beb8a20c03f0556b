"""A case and its meeting."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from youthvoice.record.cases.numbers import shown, understood
from youthvoice.record.cases.readers import add_reader
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store


@dataclass(frozen=True)
class Meeting:
    """When and where: `on` is an ISO day, `at` a time such as `16:00`; all three may be empty.

    `which` is `first`, or `review` for every later one.
    """

    on: str = ""
    at: str = ""
    place: str = ""
    which: str = "first"


@dataclass(frozen=True)
class Number:
    """A telephone number that the young person's phone keeps, with whose it is.

    `number` is in the form of `numbers.understood`, however it was kept before; what that does not
    understand stays as it is.
    """

    name: str
    number: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", understood(self.number) or self.number)

    @property
    def written(self) -> str:
        """As people write it."""
        return shown(self.number)


@dataclass(frozen=True)
class Case:
    """`name` is the young person's first name; `people` are those whom the council suggests.

    `revision` grows with every change of meeting, people or numbers.
    """

    id: str
    name: str
    worker: Staff
    chair: Staff
    meeting: Meeting = Meeting()
    people: list[str] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    revision: int = 0


def open_case(
    store: Store,
    name: str,
    worker: Staff,
    chair: Staff,
    *,
    meeting: Meeting | None = None,
    people: Sequence[str] = (),
    numbers: Sequence[Number] = (),
) -> Case:
    """A new case, with the young person as its first reader. ValueError for a wrong role."""
    if (worker.role, chair.role) != ("worker", "chair"):
        raise ValueError("a case needs a social worker and a chair")
    case = Case(
        secrets.token_hex(8),
        name,
        worker,
        chair,
        meeting or Meeting(),
        list(people),
        list(numbers),
    )
    with store.write() as database:
        row = {"id": case.id, "name": name, "worker": worker.id, "chair": chair.id}
        database.table("cases").insert(row | details(case))
        add_reader(store, case.id, "young_person", name)
    return case


def find_case(store: Store, case_id: str) -> Case | None:
    """The case with that id."""
    row = store.row(_CASES + " WHERE cases.id = ?", [case_id])
    return _case(row) if row else None


def all_cases(store: Store) -> list[Case]:
    """Every case, by the young person's name."""
    return [_case(row) for row in store.rows(_CASES + " ORDER BY cases.name, cases.id")]


_CASES = (
    "SELECT cases.*, w.name AS worker_name, c.name AS chair_name FROM cases"
    " JOIN staff w ON w.id = cases.worker JOIN staff c ON c.id = cases.chair"
)


def details(case: Case) -> dict[str, str]:
    """What can be changed of a case, as it is kept."""
    return {
        "meeting": json.dumps(asdict(case.meeting), ensure_ascii=False),
        "people": json.dumps(case.people, ensure_ascii=False),
        "numbers": json.dumps([asdict(one) for one in case.numbers], ensure_ascii=False),
    }


def _case(row: Row) -> Case:
    return Case(
        row["id"],
        row["name"],
        Staff(row["worker"], row["worker_name"], "worker"),
        Staff(row["chair"], row["chair_name"], "chair"),
        Meeting(**json.loads(row["meeting"])),
        json.loads(row["people"]),
        [Number(**one) for one in json.loads(row["numbers"])],
        row["revision"],
    )
