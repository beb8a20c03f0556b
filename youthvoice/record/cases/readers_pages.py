"""Add somebody who may read what comes of a case: a parent or carer, an advocate."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.record.cases import Case, add_reader
from youthvoice.record.cases.editor import one_line, wrong_name
from youthvoice.record.cases.readers import ReaderRole
from youthvoice.record.desk import own_case, store
from youthvoice.record.language import _

readers_pages = Blueprint("readers", __name__)

ROLES: tuple[ReaderRole, ...] = ("parent", "advocate")
"""Who can be added: the young person is there from the beginning."""


@readers_pages.get("/cases/<case_id>/readers/new")
def new(case_id: str) -> str:
    """An empty form."""
    return _form(own_case(case_id), {})


@readers_pages.post("/cases/<case_id>/readers/new")
def add(case_id: str) -> Response | tuple[str, int]:
    """Add them; they get nothing before they are invited and something is cleared for them."""
    case, typed = own_case(case_id), request.form.get("name", "")
    role = next((role for role in ROLES if role == request.form.get("role")), None)
    wrong = {"role": "" if role else _("Pick what they are."), "name": wrong_name(typed)}
    errors = {field: said for field, said in wrong.items() if said}
    if role is None or errors:
        return _form(case, errors), 422
    reader = add_reader(store(), case.id, role, one_line(typed))
    flash(_("%(name)s is added. Now you can make an invitation.", name=reader.name))
    return redirect(url_for("cases.overview", case_id=case.id, _anchor=f"reader-{reader.id}"))


def _form(case: Case, errors: dict[str, str]) -> str:
    return render_template(
        "record/cases/add_reader.html",
        case=case,
        roles=ROLES,
        role=request.form.get("role", ""),
        name=request.form.get("name", ""),
        errors=errors,
    )
