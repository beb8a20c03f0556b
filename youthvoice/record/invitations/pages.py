"""Make an invitation and take it back.

The page with the words answers the POST itself, and is the one POST that does not redirect: the
words are kept nowhere, so there is no second page that could show them. Only the same press of the
same window is shown them again (`pressing/`).
"""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from youthvoice.record.cases import Reader, find_reader
from youthvoice.record.desk import current_staff, house, own_case, store
from youthvoice.record.invitations import invite, revoke
from youthvoice.record.invitations.sure import be_sure
from youthvoice.record.language import _

invitations_pages = Blueprint("invitations", __name__)

LONGEST = 90
"""Days: an invitation that lies about for longer is better made anew."""


@invitations_pages.get("/cases/<case_id>/readers/<reader_id>/invitation")
def choose(case_id: str, reader_id: str) -> str:
    """With a check number or without, and for how long."""
    return _form(case_id, reader_of(case_id, reader_id), str(house().settings.invitation_days), {})


@invitations_pages.post("/cases/<case_id>/readers/<reader_id>/invitation")
def make(case_id: str, reader_id: str) -> str | tuple[str, int]:
    """Make it and show it, once."""
    reader = reader_of(case_id, reader_id)
    days = request.form.get("days", "").strip()
    if not (days.isascii() and days.isdigit() and 1 <= int(days[:4]) <= LONGEST):
        wrong = {"days": _("Write a number of days from 1 to %(most)s.", most=LONGEST)}
        return _form(case_id, reader, days, wrong), 422
    made = invite(
        house(),
        reader.id,
        by=current_staff(),
        with_check_number=request.form.get("check_number") != "without",
        days=int(days),
        mode="safer" if _is_checked() else "everyday",
    )
    return render_template(
        "record/invitations/made.html",
        case=own_case(case_id),
        made=made,
        code=Markup(made.qr_svg()),  # noqa: S704 - our own drawing of our own link
    )


@invitations_pages.post("/cases/<case_id>/invitations/<invitation_id>/revoke")
def take_back(case_id: str, invitation_id: str) -> Response:
    """In one press: nobody can use it any more."""
    own_case(case_id)
    revoke(store(), invitation_id, by=current_staff())
    flash(_("The invitation is taken back. It opens nothing now."))
    return redirect(url_for("cases.overview", case_id=case_id, _anchor="people"))


@invitations_pages.post("/cases/<case_id>/invitations/<invitation_id>/right")
def still_right(case_id: str, invitation_id: str) -> Response:
    """After a restore of both halves: that phone is still theirs, and is told things again."""
    own_case(case_id)
    be_sure(store(), invitation_id, by=current_staff())
    flash(_("This phone is told everything again."))
    return redirect(url_for("cases.overview", case_id=case_id, _anchor="people"))


def reader_of(case_id: str, reader_id: str) -> Reader:
    """That reader, if they belong to that case of mine; otherwise 404."""
    case, reader = own_case(case_id), find_reader(store(), reader_id)
    if reader is None or reader.case_id != case.id:
        abort(404)
    return reader


def _form(case_id: str, reader: Reader, days: str, errors: dict[str, str]) -> str:
    return render_template(
        "record/invitations/choose.html",
        case=own_case(case_id),
        reader=reader,
        days=days,
        without=request.form.get("check_number") == "without",
        checked=_is_checked(),
        errors=errors,
    )


def _is_checked() -> bool:
    return request.form.get("checked") == "yes"
