"""With whom a report is shared, and who talked it through with them (L-06, L-07).

To share one is in `giving.py`.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from youthvoice.record.cases import Reader, readers_of
from youthvoice.record.owed import owe_reader
from youthvoice.record.readings import readings_of
from youthvoice.record.reports.report import Report, find_report, reports_of
from youthvoice.record.staff.access import NotYours, case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Row, Store

How = Literal["face", "phone"]
HOW: tuple[How, ...] = ("face", "phone")
"""Face to face, or by phone: the two ways that L-07 knows."""


@dataclass(frozen=True)
class Talk:
    """Somebody talked a report through with its reader."""

    by: str
    how: str
    on: date


@dataclass(frozen=True)
class Shared:
    """How one report stands with one reader. `shared_on` is None where it never was shared."""

    report: Report
    reader: Reader
    shared_on: date | None = None
    withdrawn_on: date | None = None
    read_on: date | None = None
    talked: list[Talk] = field(default_factory=list)

    @property
    def is_out(self) -> bool:
        """Whether the reader has it, or will at the next contact."""
        return self.shared_on is not None and self.withdrawn_on is None

    @property
    def waits_for_a_talk(self) -> bool:
        """Whether somebody still has to talk it through with them (L-07)."""
        return self.is_out and self.report.is_talked_through and not self.talked


def withdraw(store: Store, by: Staff, case_id: str, report_id: str, reader_id: str) -> bool:
    """Take it back from one reader: it leaves their phones at the next contact.

    That it was shared and withdrawn stays. False where they do not have it. Raises `NotYours`.
    """
    with store.write():
        standing = standing_with(store, by, case_id, report_id, reader_id)
        if standing.is_out:
            note(store, by, standing, "withdrawn")
            owe_reader(store, reader_id, "reports")
        return standing.is_out


def talk_through(
    store: Store, by: Staff, case_id: str, report_id: str, reader_ids: Iterable[str], talk: Talk
) -> None:
    """Note that it was talked through with these readers; who has it sees that. `NotYours`."""
    with store.write():
        for reader_id in dict.fromkeys(reader_ids):
            standing = standing_with(store, by, case_id, report_id, reader_id)
            note(store, by, standing, "talked", talk)
            if standing.is_out:
                owe_reader(store, reader_id, "reports")


def shared_in(store: Store, case_id: str) -> list[Shared]:
    """Every report of a case with every reader, in the order of reports, then of readers."""
    events = _events(store, case_id)
    read = readings_of(store, case_id, "report")
    readers = readers_of(store, case_id)
    return [
        _told(
            Shared(report, reader, read_on=read.get((reader.id, report.id))),
            events[report.id, reader.id],
        )
        for report in reports_of(store, case_id)
        for reader in readers
    ]


def _events(store: Store, case_id: str) -> dict[tuple[str, str], list[Row]]:
    """What happened to each report with each reader, by the ids of the two."""
    rows = store.rows(
        "SELECT report_events.* FROM report_events JOIN reports ON reports.id = report"
        " WHERE case_id = ? ORDER BY n",
        [case_id],
    )
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        found[row["report"], row["reader"]].append(row)
    return found


def _told(standing: Shared, events: list[Row]) -> Shared:
    talks: list[Talk] = []
    for event in events:
        on = date.fromisoformat(event["happened_on"])
        if event["what"] == "shared":
            standing = replace(standing, shared_on=on, withdrawn_on=None)
        elif event["what"] == "withdrawn":
            standing = replace(standing, withdrawn_on=on)
        else:
            talk = Talk(event["writer"], event["how"], on)
            talks.append(talk)
    return replace(standing, talked=talks)


def standing_with(store: Store, by: Staff, case_id: str, report_id: str, reader_id: str) -> Shared:
    """How a report of that case stands with one of its readers. Raises `NotYours`."""
    case_for(store, by, case_id)
    report = find_report(store, report_id)
    if report is None or report.case_id != case_id:
        raise NotYours
    for one in shared_in(store, case_id):
        if (one.report.id, one.reader.id) == (report_id, reader_id):
            return one
    raise NotYours


def note(store: Store, by: Staff, one: Shared, what: str, talk: Talk | None = None) -> None:
    """Keep that this happened, for ever."""
    today = store.today()
    row = {"report": one.report.id, "reader": one.reader.id, "what": what, "staff": by.id}
    row |= {"happened_on": (talk.on if talk else today).isoformat(), "noted_on": today.isoformat()}
    if talk:
        row |= {"writer": talk.by, "how": talk.how}
    with store.write() as database:
        database.table("report_events").insert(row)
