"""A report as it came: its text, its original, who wrote it."""

import json
import secrets
from dataclasses import dataclass, field

from youthvoice.record.staff.access import case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store

WRITERS = ("social_worker", "school", "health", "police", "youth_justice", "youth_work", "other")
"""What somebody can be who writes a report. Ids are for ever."""
POLICE = "police"


@dataclass(frozen=True)
class NewReport:
    """`text` holds paragraphs; `original` is the file's bytes, None where text was pasted.

    `blank_pages` are numbers, from 1, of pages of the original that gave no text.
    """

    title: str
    writer: str
    role: str
    organisation: str
    text: list[str]
    blank_pages: list[int] = field(default_factory=list)
    original: bytes | None = None
    original_type: str = ""


@dataclass(frozen=True)
class Report:
    """A report that is kept. The bytes of its original are asked for with `original_of`."""

    id: str
    case_id: str
    title: str
    writer: str
    role: str
    organisation: str
    text: list[str]
    blank_pages: list[int]
    original_type: str
    kept_on: str

    @property
    def is_talked_through(self) -> bool:
        """Whether its writer is to talk it through: everybody but the police is (L-07)."""
        return self.role != POLICE


def keep_report(store: Store, by: Staff, case_id: str, new: NewReport) -> Report:
    """Keep it, for ever and for nobody yet. Raises `NotYours`."""
    case_for(store, by, case_id)
    own_id = secrets.token_hex(8)
    row = {"id": own_id, "case_id": case_id, "title": new.title, "writer": new.writer}
    row |= {"role": new.role, "organisation": new.organisation, "staff": by.id}
    row |= {"kept_on": store.today().isoformat(), "original_type": new.original_type}
    with store.write() as database:
        more = {"text": _json(new.text), "blank_pages": _json(new.blank_pages)}
        database.table("reports").insert(row | more | {"original": new.original})
    kept = find_report(store, own_id)
    assert kept is not None  # noqa: S101 - it was just written
    return kept


def find_report(store: Store, report_id: str) -> Report | None:
    """The report with that id."""
    row = store.row(f"{_REPORTS} WHERE id = ?", [report_id])
    return _report(row) if row else None


def reports_of(store: Store, case_id: str) -> list[Report]:
    """Every report of a case in the order in which they came."""
    rows = store.rows(f"{_REPORTS} WHERE case_id = ? ORDER BY rowid", [case_id])
    return [_report(row) for row in rows]


def original_of(store: Store, report_id: str) -> bytes | None:
    """The bytes of the file; None where text was pasted, or for no report."""
    row = store.row("SELECT original FROM reports WHERE id = ?", [report_id])
    return row["original"] if row else None


_REPORTS = (
    "SELECT id, case_id, title, writer, role, organisation, text, blank_pages, original_type,"
    " kept_on FROM reports"
)


def _report(row: Row) -> Report:
    parts = {"text": json.loads(row["text"]), "blank_pages": json.loads(row["blank_pages"])}
    return Report(**row | parts)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
