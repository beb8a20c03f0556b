"""What happened to one thing that was said. It is told when it is published."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.record.cases import Case
from youthvoice.record.desk import current_staff, own_case, store
from youthvoice.record.drafts import StaleDraft
from youthvoice.record.language import _
from youthvoice.record.plans import plan_of
from youthvoice.record.views import BadOutcome, Point, give_outcome
from youthvoice.record.views.handles import anchor, points_of
from youthvoice.record.views.pages import action_numbers, wording

outcome_pages = Blueprint("outcomes", __name__)

LONGEST_WHY = 2_000
"""Characters: a reason that somebody reads on a phone."""


@outcome_pages.get("/cases/<case_id>/views/<point>/outcome")
def outcome(case_id: str, point: str) -> str:
    """What happened to one point."""
    case, [found] = own_case(case_id), points_of(case_id, [point])
    given = found.outcome
    chosen = {"outcome": given.outcome, "why": given.why, "action": given.action} if given else {}
    return _outcome_form(case, found, chosen, {})


@outcome_pages.post("/cases/<case_id>/views/<point>/outcome")
def say_outcome(case_id: str, point: str) -> Response | tuple[str, int]:
    """Keep it. Whoever said it is told when it is published."""
    case, [found] = own_case(case_id), points_of(case_id, [point])
    chosen = {name: request.form.get(name, "") for name in ("outcome", "why", "action")}
    chosen["why"] = chosen["why"].replace("\r\n", "\n").strip()
    try:
        errors = _keep_outcome(found, chosen)
    except StaleDraft:
        return _outcome_form(case, found, chosen, {}, stale=True), 409
    if errors:
        return _outcome_form(case, found, chosen, errors), 422
    flash(_told_when(found))
    return redirect(url_for("views.views", case_id=case.id, _anchor=anchor(found)))


def _told_when(point: Point) -> str:
    if point.wants_answer:
        return _("Kept. The answer is on its way to %(name)s.", name=point.reader.name)
    return _("Kept. %(name)s is told when you publish.", name=point.reader.name)


def _keep_outcome(point: Point, chosen: dict[str, str]) -> dict[str, str]:
    if len(chosen["why"]) > LONGEST_WHY:
        return {"why": _("Use %(most)s characters or fewer.", most=LONGEST_WHY)}
    action = chosen["action"] if chosen["outcome"] == "in_plan" else ""
    try:
        give_outcome(
            store(),
            current_staff(),
            point.id,
            chosen["outcome"],
            why=chosen["why"],
            action=action,
            seen=request.form.get("seen", ""),
        )
    except BadOutcome as wrong:
        return {
            "unknown_outcome": {"outcome": _("Pick what happened.")},
            "why_needed": {"why": _why_needed(point)},
            "action_needed": {"action": _("Pick the action in the plan that it became.")},
        }[wrong.code]
    return {}


def _why_needed(point: Point) -> str:
    if point.wants_answer:
        return _("Write the answer.")
    return _("Say why it was not done. %(name)s reads this.", name=point.reader.name)


def _outcome_form(
    case: Case,
    point: Point,
    chosen: dict[str, str],
    errors: dict[str, str],
    *,
    stale: bool = False,
) -> str:
    plan = plan_of(store(), case.id)
    return render_template(
        "record/replies/answer.html" if point.wants_answer else "record/views/outcome.html",
        case=case,
        point=point,
        chosen=chosen,
        errors=errors,
        stale=stale,
        seen=point.version,
        plan=plan,
        numbers=action_numbers(plan),
        **wording(),
    )
