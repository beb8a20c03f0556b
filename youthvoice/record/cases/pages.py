"""The cases that I may see, and one of them."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template

from youthvoice.record.cases import readers_of
from youthvoice.record.desk import current_staff, house, own_case, store
from youthvoice.record.invitations import Sent, sent_to
from youthvoice.record.language import _
from youthvoice.record.mailroom import status
from youthvoice.record.plans import plan_of
from youthvoice.record.readings import PUBLISHED, readings_of
from youthvoice.record.release import published
from youthvoice.record.release.wording import item_name
from youthvoice.record.replies import Waiting, questions_waiting
from youthvoice.record.replies.wording import waiting_line
from youthvoice.record.reports import standing_of
from youthvoice.record.reports.wording import Line as ReportLine
from youthvoice.record.reports.wording import case_lines
from youthvoice.record.tasks import Task, open_tasks
from youthvoice.record.tasks.wording import task_name
from youthvoice.record.views import Arrived, arrived, hidden_from, points_for

cases_pages = Blueprint("cases", __name__)


@dataclass(frozen=True)
class Line:
    """One case in the list: what arrived, what waits for an answer, the release, what to do.

    `reports` say what is late, not read, not talked through; late ones come first.
    """

    arrived: Arrived
    questions: Waiting | None
    without_outcome: int
    published_on: date | None
    reports: list[ReportLine]
    tasks: list[Task]

    @property
    def waits(self) -> bool:
        """Somebody should do something soon."""
        is_late = self.arrived.late or any(one.late for one in self.reports)
        return bool(self.arrived.urgent or is_late or self.tasks)


@cases_pages.get("/")
def index() -> str:
    """All my cases; those with something late first."""
    lines = [_line(one) for one in arrived(store(), current_staff(), working_days())]
    return render_template(
        "record/cases/index.html",
        lines=sorted(lines, key=lambda line: not line.waits),
        mailbox=status(store()),
        days=working_days(),
        task_name=task_name,
        waiting_line=waiting_line,
    )


@cases_pages.get("/cases/<case_id>/")
def overview(case_id: str) -> str:
    """The meeting, the people, and their invitations."""
    case = own_case(case_id)
    sent = sent_to(store(), case.id)
    readers = [
        (reader, [one for one in sent if one.reader == reader])
        for reader in readers_of(store(), case.id)
    ]
    return render_template(
        "record/cases/overview.html",
        case=case,
        readers=readers,
        state_name=state_name,
        tasks=open_tasks(store(), current_staff(), case.id),
        task_name=task_name,
        report_lines=case_lines(standing_of(store(), case)),
        read=read_by(case.id),
        questions=questions_waiting(store(), current_staff(), case.id),
        waiting_line=waiting_line,
    )


def read_by(case_id: str) -> dict[str, list[tuple[str, date]]]:
    """What each reader, by id, said that they have read of what was published, and when."""
    found: dict[str, list[tuple[str, date]]] = {}
    for item in PUBLISHED:
        newest = sorted(readings_of(store(), case_id, item).items(), key=lambda one: int(one[0][1]))
        for reader_id, on in {reader: on for (reader, _which), on in newest}.items():
            found.setdefault(reader_id, []).append((item_name(item), on))
    return found


def working_days() -> int:
    """After how many a view that nobody read is late."""
    return house().settings.unread_working_days


def state_name(sent: Sent) -> str:
    """What became of an invitation, in a few words."""
    return {
        "going": _("On its way to the mailbox"),
        "waiting": _("Not used yet"),
        "claimed": _("In use"),
        "expired": _("Too old to use"),
        "revoked": _("Taken back"),
    }[sent.state]


def _line(one: Arrived) -> Line:
    by = current_staff()
    actions = {action.id for action in plan_of(store(), one.case.id).actions}
    points = points_for(store(), by, one.case.id)
    waiting = sum(not point.is_answered(actions) for point in points)
    hidden = hidden_from(store(), by, one.case.id).without_outcome
    versions = published(store(), by, one.case.id)
    questions = questions_waiting(store(), by, one.case.id)
    reports = case_lines(standing_of(store(), one.case))
    published_on = versions[0].on if versions else None
    tasks = open_tasks(store(), by, one.case.id)
    return Line(one, questions, waiting + hidden, published_on, reports, tasks)
