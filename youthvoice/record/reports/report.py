"""A report as it came: its text, its original, who wrote it."""

import json
import secrets
from dataclasses import asdict, dataclass, field

from youthvoice.record.staff.access import case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store

WRITERS = ("social_worker", "school", "health", "police", "youth_justice", "youth_work", "other")
"""What somebody can be who writes a report. Ids are for ever."""
POLICE = "police"


@dataclass(frozen=True)
class Doubt:
    """A page (from 1) that somebody must look at, why, and which paragraphs of the text are its.

    `why` are codes of `youthvoice.pdf.DOUBTS`; the paragraphs are `text[first:end]`.
    """

    page: int
    why: list[str]
    first: int
    end: int


@dataclass(frozen=True)
class NewReport:
    """`text` holds paragraphs; `original` is the file's bytes, None where text was pasted.

    `blank_pages` are numbers, from 1, of pages of the original that gave no text. `copy` is what
    may go to a phone of the file itself; None where only the text may.
    """

    title: str
    writer: str
    role: str
    organisation: str
    text: list[str]
    blank_pages: list[int] = field(default_factory=list)
    original: bytes | None = None
    original_type: str = ""
    doubts: list[Doubt] = field(default_factory=list)
    copy: bytes | None = None


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
    doubts: list[Doubt]
    looked_at: dict[int, str]
    """The pages that were looked at beside their picture: who did."""

    @property
    def still_to_look_at(self) -> list[int]:
        """Pages in doubt that nobody has looked at: until then nobody gets the report."""
        return [one.page for one in self.doubts if one.page not in self.looked_at]

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
        more |= {"doubts": _json([asdict(one) for one in new.doubts])}
        files = {"original": new.original, "copy": new.copy}
        database.table("reports").insert(row | more | files)
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


def look_at(store: Store, by: Staff, report: Report, page: int) -> None:
    """Note that they compared that page's text with its picture; once is enough. `NotYours`."""
    case_for(store, by, report.case_id)
    row = {"report": report.id, "page": page, "staff": by.id, "on_day": store.today().isoformat()}
    with store.write() as database:
        database.table("report_looks").insert(row, ignore=True)


def original_of(store: Store, report_id: str) -> bytes | None:
    """The bytes of the file; None where text was pasted, or for no report."""
    row = store.row("SELECT original FROM reports WHERE id = ?", [report_id])
    return row["original"] if row else None


def copy_of(store: Store, report_id: str) -> bytes | None:
    """What may go to a phone of the file itself; None where only the text may."""
    row = store.row("SELECT copy FROM reports WHERE id = ?", [report_id])
    return row["copy"] if row else None


_REPORTS = """SELECT id, case_id, title, writer, role, organisation, text, blank_pages,
    original_type, kept_on, doubts,
    (SELECT json_group_object(page, staff.name) FROM report_looks
        JOIN staff ON staff.id = report_looks.staff WHERE report = reports.id) AS looked_at
    FROM reports"""


def _report(row: Row) -> Report:
    lists = {name: json.loads(row[name]) for name in ("text", "blank_pages")}
    doubts = [Doubt(**one) for one in json.loads(row["doubts"])]
    looked_at = {int(page): name for page, name in json.loads(row["looked_at"]).items()}
    return Report(**row | lists | {"doubts": doubts, "looked_at": looked_at})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
