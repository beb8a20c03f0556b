"""Keep a report, look at what its reader will see, share it, withdraw it, note talks (L-07)."""

from datetime import date
from functools import partial

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from youthvoice.record.attached.pages import ALONE
from youthvoice.record.cases import Case, Reader
from youthvoice.record.cases.editor import one_line, too_long
from youthvoice.record.desk import current_staff, house, own_case, store
from youthvoice.record.invitations.pages import reader_of
from youthvoice.record.language import _
from youthvoice.record.looked import Changed, is_mark_of, mark_of
from youthvoice.record.reports import (
    NewReport,
    Report,
    find_report,
    keep_report,
    share,
    standing_of,
    talk_through,
    withdraw,
)
from youthvoice.record.reports.beside import BadFile
from youthvoice.record.reports.giving import as_looked_at, would_be
from youthvoice.record.reports.report import WRITERS, copy_of, original_of
from youthvoice.record.reports.sharing import HOW, Shared, Talk, standing_with
from youthvoice.record.reports.told import PDF, body_of
from youthvoice.record.reports.upload import TEXT, Taken, take, take_text
from youthvoice.record.reports.wording import (
    due_line,
    how_name,
    shared_line,
    talk_lines,
    writer_name,
    wrong_file,
)
from youthvoice.record.staff.access import NotYours

reports_pages = Blueprint("reports", __name__)

LARGEST_SENDING = 64 * 1024 * 1024
"""Bytes of a form with a file: far more than is kept, so that a large one is answered in words."""
ENDINGS = {PDF: "pdf", TEXT: "txt"}
FIELDS = ("title", "writer", "role", "organisation", "text")


@reports_pages.url_value_preprocessor
def let_large_files_be_judged(endpoint: str | None, _values: object) -> None:
    """Before anything reads the form: here a file comes, and its size is judged in words."""
    if endpoint == "reports.keep":
        request.max_content_length = LARGEST_SENDING


@reports_pages.get("/cases/<case_id>/reports")
def reports(case_id: str) -> str:
    """Every report of the case and how it stands with each reader."""
    case = own_case(case_id)
    standing = standing_of(store(), case)
    return render_template(
        "record/reports/reports.html",
        case=case,
        standing=standing,
        reports=_by_report(standing.shared),
        **wording(),
    )


@reports_pages.get("/cases/<case_id>/reports/new")
def new(case_id: str) -> str:
    """An empty form."""
    return _form(own_case(case_id), {})


@reports_pages.post("/cases/<case_id>/reports/new")
def keep(case_id: str) -> Answer | tuple[str, int]:
    """Keep it; nobody has it yet. On trouble all that was typed stays."""
    case, typed = own_case(case_id), _typed()
    errors = {field: wrong for field, wrong in _wrong(typed).items() if wrong}
    try:
        taken, original = _taken(typed["text"])
    except BadFile as bad:
        errors["text" if typed["text"].strip() else "file"] = wrong_file(bad.code)
    if errors:
        return _form(case, errors), 422
    kept = keep_report(
        store(),
        current_staff(),
        case.id,
        NewReport(
            one_line(typed["title"]),
            one_line(typed["writer"]),
            typed["role"],
            one_line(typed["organisation"]),
            taken.text,
            taken.blank_pages,
            original,
            taken.type if original else "",
            taken.doubts,
            taken.copy,
        ),
    )
    flash(_("The report is kept. Nobody has it yet: look at it, then choose who gets it."))
    return redirect(url_for("reports.report", case_id=case.id, report_id=kept.id))


@reports_pages.get("/cases/<case_id>/reports/<report_id>")
def report(case_id: str, report_id: str) -> str:
    """One report: who has it, who read it, who still waits for it."""
    return _page(own_case(case_id), report_of(case_id, report_id), {})


@reports_pages.get("/cases/<case_id>/reports/<report_id>/look/<reader_id>")
def look(case_id: str, report_id: str, reader_id: str) -> str:
    """Exactly what that reader sees, or would see if it were shared now: the phone's own code."""
    case, found = own_case(case_id), report_of(case_id, report_id)
    return _look(case, found, reader_of(case_id, reader_id), {})


@reports_pages.get("/cases/<case_id>/reports/<report_id>/original")
def original(case_id: str, report_id: str) -> Response:
    """The file as it came, to be saved. 404 where text was pasted."""
    own_case(case_id)
    found = report_of(case_id, report_id)
    data = original_of(store(), found.id) or abort(404)
    answer = Response(data, mimetype="application/octet-stream")
    ending = ENDINGS.get(found.original_type, "bin")
    answer.headers["Content-Disposition"] = f'attachment; filename="report.{ending}"'
    answer.headers["Content-Security-Policy"] = ALONE
    return answer


@reports_pages.post("/cases/<case_id>/reports/<report_id>/share")
def share_it(case_id: str, report_id: str) -> Answer | tuple[str, int]:
    """Share it with the reader whose page was looked at; where it is another now, look again."""
    case, found = own_case(case_id), report_of(case_id, report_id)
    reader = reader_of(case_id, request.form.get("reader", ""))
    if request.form.get("looked") != "yes":
        wrong = {"looked": _("Look at it first, then tick this box.")}
        return _look(case, found, reader, wrong), 422
    if found.still_to_look_at:
        return _look(case, found, reader, {"looked": _pages_first()}), 422
    mark = request.form.get("looked_at", "")
    looked = partial(is_mark_of, house().settings.secret_key, mark)
    try:
        new_ones = share(store(), current_staff(), case.id, found.id, [reader.id], looked)
    except Changed:
        return _look(case, found, reader, {}, changed=True), 409
    names = ", ".join(one.reader.name for one in new_ones) or _("nobody new")
    flash(_("Shared. It is on its way to: %(names)s.", names=names))
    return _back(case, found)


@reports_pages.post("/cases/<case_id>/reports/<report_id>/withdraw")
def withdraw_it(case_id: str, report_id: str) -> Answer:
    """Take it back from one reader."""
    case, found = own_case(case_id), report_of(case_id, report_id)
    withdraw(store(), current_staff(), case.id, found.id, request.form.get("reader", ""))
    flash(_("Withdrawn. It leaves their phone when the phone next has signal."))
    return _back(case, found)


@reports_pages.post("/cases/<case_id>/reports/<report_id>/talked")
def talked(case_id: str, report_id: str) -> Answer | tuple[str, int]:
    """Note that somebody talked it through with some of its readers (L-07)."""
    case, found = own_case(case_id), report_of(case_id, report_id)
    errors = {field: wrong for field, wrong in _wrong_talk().items() if wrong}
    if errors:
        return _page(case, found, errors), 422
    sent = request.form
    talk = Talk(one_line(sent["by"]), sent["how"], date.fromisoformat(sent["on"].strip()))
    talk_through(store(), current_staff(), case.id, found.id, sent.getlist("with"), talk)
    flash(_("Noted. Who has the report sees it on their phone."))
    return _back(case, found)


def report_of(case_id: str, report_id: str) -> Report:
    """The report, if it is of that case. Raises `NotYours`."""
    found = find_report(store(), report_id)
    if found is None or found.case_id != case_id:
        raise NotYours
    return found


def wording() -> dict[str, object]:
    """What the templates say things with."""
    return {
        "due_line": due_line,
        "shared_line": shared_line,
        "talk_lines": talk_lines,
        "writer_name": writer_name,
        "how_name": how_name,
    }


def _typed() -> dict[str, str]:
    typed = {field: request.form.get(field, "") for field in FIELDS}
    return typed | {"text": typed["text"].replace("\r\n", "\n")}


def _wrong(typed: dict[str, str]) -> dict[str, str]:
    lines = {name: too_long(typed[name]) for name in ("title", "writer", "organisation")}
    return {
        "title": lines["title"] if typed["title"].strip() else _("Write a title."),
        "writer": lines["writer"] if typed["writer"].strip() else _("Write who wrote it."),
        "role": "" if typed["role"] in WRITERS else _("Pick what they are."),
        "organisation": lines["organisation"],
    }


def _taken(text: str) -> tuple[Taken, bytes | None]:
    """What is shown, and the file beside it. Pasted text is what counts where both are given."""
    file = request.files.get("file")
    data = file.read() if file and file.filename else None
    if not text.strip():
        return take(data or b""), data
    taken = take(data) if data else None
    return Taken(take_text(text), taken.type if taken else ""), data


def _wrong_talk() -> dict[str, str]:
    sent, today = request.form, store().today().isoformat()
    on = sent.get("on", "").strip()
    try:
        is_day = date.fromisoformat(on).isoformat() == on <= today
    except ValueError:
        is_day = False
    by = sent.get("by", "")
    return {
        "with": "" if sent.getlist("with") else _("Choose with whom."),
        "by": too_long(by) if by.strip() else _("Write who talked it through."),
        "how": "" if sent.get("how") in HOW else _("Say how they talked."),
        "on": "" if is_day else _("Write the day as 2026-11-21. It cannot be still to come."),
    }


def _by_report(shared: list[Shared]) -> list[tuple[Report, list[Shared]]]:
    reports = {one.report.id: one.report for one in shared}
    return [(one, [s for s in shared if s.report.id == name]) for name, one in reports.items()]


def _page(case: Case, found: Report, errors: dict[str, str]) -> str:
    standing = standing_of(store(), case)
    body = body_of(store(), found, 0)
    return render_template(
        "record/reports/report.html",
        case=case,
        report=found,
        standing=standing,
        shared=[one for one in standing.shared if one.report == found],
        goes_whole=body["pdf"] is not None,
        has_copy=copy_of(store(), found.id) is not None,
        is_pdf=found.original_type == PDF,
        hows=[(how, how_name(how)) for how in HOW],
        typed=request.form,
        today=store().today().isoformat(),
        errors=errors,
        **wording(),
    )


def _look(
    case: Case, found: Report, reader: Reader, errors: dict[str, str], *, changed: bool = False
) -> str:
    by = current_staff()
    one = standing_with(store(), by, case.id, found.id, reader.id)
    look = as_looked_at(store(), by, [one])
    return render_template(
        "record/reports/look.html",
        case=case,
        report=found,
        reader=reader,
        words=would_be(store(), one),
        is_out=one.is_out,
        looked_at=mark_of(house().settings.secret_key, look),
        changed=changed,
        errors=errors,
    )


def _form(case: Case, errors: dict[str, str]) -> str:
    roles = [(role, writer_name(role)) for role in WRITERS]
    return render_template(
        "record/reports/new.html", case=case, typed=_typed(), roles=roles, errors=errors
    )


def _pages_first() -> str:
    return _("First look at every page that has to be compared with its picture.")


def _back(case: Case, found: Report) -> Answer:
    return redirect(url_for("reports.report", case_id=case.id, report_id=found.id))
