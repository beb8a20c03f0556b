"""Open a case, and change what everybody is told about it: meeting, people, numbers.

A case is opened by its worker. What is said of it later may be changed by the chair as well.
"""

from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.record.cases import Case, change_case, open_case
from youthvoice.record.cases.editor import (
    Details,
    details_of,
    one_line,
    problems_of,
    read_details,
    wrong_name,
)
from youthvoice.record.desk import current_staff, own_case, store
from youthvoice.record.drafts import StaleDraft
from youthvoice.record.language import _
from youthvoice.record.staff import Staff, all_staff

details_pages = Blueprint("details", __name__)


@details_pages.get("/cases/new")
def new() -> str:
    """An empty form."""
    opener()
    return _new_form(Details(), {})


@details_pages.post("/cases/new")
def begin() -> Response | tuple[str, int]:
    """Open it, with me as its worker. On trouble all that was typed stays."""
    by, typed = opener(), read_details(request.form)
    chair = next((one for one in chairs() if one.id == typed.chair), None)
    wrong = {"name": wrong_name(typed.name), "chair": "" if chair else _("Pick who chairs.")}
    errors = {field: said for field, said in wrong.items() if said} | problems_of(typed)
    if chair is None or errors:
        return _new_form(typed, errors), 422
    case = open_case(
        store(),
        one_line(typed.name),
        by,
        chair,
        meeting=typed.meeting,
        people=typed.people_listed,
        numbers=typed.numbers_listed,
    )
    flash(_("The case is open. Now make an invitation for %(name)s.", name=case.name))
    return redirect(url_for("cases.overview", case_id=case.id, _anchor="people"))


@details_pages.get("/cases/<case_id>/details")
def details(case_id: str) -> str:
    """What is known."""
    case = own_case(case_id)
    return _change_form(case, details_of(case), {})


@details_pages.post("/cases/<case_id>/details")
def change(case_id: str) -> Response | tuple[str, int]:
    """Keep what is there now; phones are told. On trouble all that was typed stays."""
    case, typed = own_case(case_id), read_details(request.form)
    errors = problems_of(typed)
    if errors:
        return _change_form(case, typed, errors), 422
    try:
        change_case(
            store(),
            case.id,
            meeting=typed.meeting,
            people=typed.people_listed,
            numbers=typed.numbers_listed,
            revision=request.form.get("revision", -1, type=int),
        )
    except StaleDraft:
        stored = own_case(case_id)
        typed = replace(typed, revision=str(stored.revision))
        return _change_form(stored, typed, {}, stale=True), 409
    flash(_("Saved. Phones that are in use are told."))
    return redirect(url_for("cases.overview", case_id=case.id))


def opener() -> Staff:
    """Who is signed in, if a worker. 403 for a chair."""
    staff = current_staff()
    return staff if staff.role == "worker" else abort(403)


def chairs() -> list[Staff]:
    """Everybody who can be picked as the chair."""
    return [one for one in all_staff(store()) if one.role == "chair"]


def _new_form(typed: Details, errors: dict[str, str]) -> str:
    picks = [(one.id, one.name) for one in chairs()]
    return render_template("record/cases/new.html", details=typed, chairs=picks, errors=errors)


def _change_form(case: Case, typed: Details, errors: dict[str, str], *, stale: bool = False) -> str:
    return render_template(
        "record/cases/change.html", case=case, details=typed, errors=errors, stale=stale
    )
