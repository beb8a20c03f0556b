"""The plan editor: Norfolk's seven columns, and each action once more in plain words (N-24)."""

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.record.cases import Case
from youthvoice.record.desk import current_staff, own_case, store
from youthvoice.record.drafts import StaleDraft
from youthvoice.record.hard_words import hard_words
from youthvoice.record.language import _
from youthvoice.record.plans import Action, Plan, plan_of, save_plan
from youthvoice.record.plans.editor import problems_of, read_plan, rearrange
from youthvoice.record.replies import replies_by_subject
from youthvoice.record.views.pages import action_numbers, wording

plans_pages = Blueprint("plans", __name__)


@plans_pages.get("/cases/<case_id>/plan")
def plan(case_id: str) -> str:
    """The plan as it was saved, with room for another action when there is none or on request."""
    case = own_case(case_id)
    saved = plan_of(store(), case.id)
    if "more" in request.args or not saved.actions:
        saved = replace(saved, actions=[*saved.actions, Action()])
    return _editor(case, saved, {})


@plans_pages.post("/cases/<case_id>/plan")
def save(case_id: str) -> Response | tuple[str, int]:
    """Save what is there, moved about as the button said. On trouble all typed words stay."""
    case, wish = own_case(case_id), request.form.get("do", "save")
    written = rearrange(read_plan(request.form), wish)
    errors = problems_of(written)
    if errors:
        return _editor(case, written, errors), 422
    try:
        saved = save_plan(store(), current_staff(), case.id, written)
    except StaleDraft:
        return _beside_another(case, written), 409
    return _after(case, saved, wish)


def _after(case: Case, saved: Plan, wish: str) -> Response:
    flash(_("The plan is saved. %(name)s sees it when you publish.", name=case.name))
    if wish != "add":
        return redirect(url_for("plans.plan", case_id=case.id))
    anchor = f"action-{len(saved.actions) + 1}"
    return redirect(url_for("plans.plan", case_id=case.id, more=1, _anchor=anchor))


def _beside_another(case: Case, written: Plan) -> str:
    stored = plan_of(store(), case.id)
    return _editor(case, replace(written, revision=stored.revision), {}, stale=True)


def _editor(case: Case, written: Plan, errors: dict[str, str], *, stale: bool = False) -> str:
    return render_template(
        "record/plans/plan.html",
        case=case,
        plan=written,
        hard_words=hard_words(store(), *plan_of(store(), case.id).texts),
        errors=errors,
        stale=stale,
        replies=replies_by_subject(store(), current_staff(), case.id),
        numbers=action_numbers(written),
        **wording(),
    )
