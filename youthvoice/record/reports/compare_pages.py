"""A page of a report whose text may not be what it shows: looked at beside its picture."""

from flask import Blueprint, Response, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from youthvoice.record.attached.pages import ALONE
from youthvoice.record.desk import current_staff, own_case, store
from youthvoice.record.language import _
from youthvoice.record.reports.beside import picture_of
from youthvoice.record.reports.pages import report_of
from youthvoice.record.reports.report import Doubt, Report, look_at, original_of
from youthvoice.record.reports.wording import why_doubtful

compare_pages = Blueprint("compare", __name__)


@compare_pages.get("/cases/<case_id>/reports/<report_id>/pages/<int:number>")
def page(case_id: str, report_id: str, number: int) -> str:
    """The page's picture, its text, and why it is to be looked at. 404 for a page not in doubt."""
    case, report = own_case(case_id), report_of(case_id, report_id)
    doubt = _doubt(report, number)
    return render_template(
        "record/reports/compare.html",
        case=case,
        report=report,
        doubt=doubt,
        paragraphs=report.text[doubt.first : doubt.end],
        why=[why_doubtful(code) for code in doubt.why],
    )


@compare_pages.get("/cases/<case_id>/reports/<report_id>/pages/<int:number>/picture")
def picture(case_id: str, report_id: str, number: int) -> Response:
    """That page as a person sees it, as a PNG."""
    own_case(case_id)
    report = report_of(case_id, report_id)
    _doubt(report, number)
    answer = Response(picture_of(original_of(store(), report.id) or b"", number) or abort(404))
    answer.mimetype = "image/png"
    answer.headers["Content-Security-Policy"] = ALONE
    return answer


@compare_pages.post("/cases/<case_id>/reports/<report_id>/pages/<int:number>")
def compared(case_id: str, report_id: str, number: int) -> Answer:
    """Somebody says that the text may be shared as it stands."""
    case, report = own_case(case_id), report_of(case_id, report_id)
    _doubt(report, number)
    look_at(store(), current_staff(), report, number)
    left = [one for one in report.still_to_look_at if one != number]
    if left:
        flash(_("Noted. Here is the next page to look at."))
        return redirect(
            url_for("compare.page", case_id=case.id, report_id=report.id, number=left[0])
        )
    flash(_("Every page that had to be is looked at. Now you can choose who gets the report."))
    return redirect(url_for("reports.report", case_id=case.id, report_id=report.id))


def _doubt(report: Report, number: int) -> Doubt:
    found = [one for one in report.doubts if one.page == number]
    return found[0] if found else abort(404)
