"""What was said in one case, as it was said, and what staff say of it."""

from itertools import groupby

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.record.attached.wholes import attached_to
from youthvoice.record.cases import Reader
from youthvoice.record.desk import current_staff, own_case, store
from youthvoice.record.language import _, ngettext
from youthvoice.record.plans import Plan, plan_of
from youthvoice.record.staff import Staff
from youthvoice.record.views import (
    Point,
    hidden_from,
    mark_read,
    mark_talked,
    points_for,
)
from youthvoice.record.views.changes import Earlier
from youthvoice.record.views.handles import anchor, handle, points_of
from youthvoice.record.views.scores import scores_over_time
from youthvoice.record.views.wording import (
    about_line,
    approval_line,
    event_line,
    outcome_name,
    problem_line,
    state_name,
    whose_line,
)

views_pages = Blueprint("views", __name__)


@views_pages.get("/cases/<case_id>/views")
def views(case_id: str) -> str:
    """Everything that I may see of what was said."""
    case, by = own_case(case_id), current_staff()
    points = points_for(store(), by, case.id)
    return render_template(
        "record/views/views.html",
        case=case,
        sections=sections_of(to_read(points)),
        has_others=any(point.reader.role != "young_person" for point in points),
        points=[point for point in points if point.stands],
        earlier=Earlier(points),
        scores=scores_over_time(points, _),
        hidden_points=hidden_from(store(), by, case.id),
        numbers=action_numbers(plan_of(store(), case.id)),
        read_by_me=lambda point: _is_read_by(point, by),
        **wording(),
    )


@views_pages.post("/cases/<case_id>/views")
def mark(case_id: str) -> Response:
    """Read or talked about: the point of the button, or all that were on the page."""
    case, by, sent = own_case(case_id), current_staff(), request.form
    read = points_of(case.id, sent.getlist("shown" if "read_all" in sent else "read"))
    talked = points_of(case.id, sent.getlist("talked"))
    mark_read(store(), by, [point.id for point in read])
    mark_talked(store(), by, [point.id for point in talked])
    _say_marked(len(read), len(talked))
    only = anchor((read + talked)[0]) if len(read + talked) == 1 else None
    return redirect(url_for("views.views", case_id=case.id, _anchor=only))


def to_read(points: list[Point]) -> list[Point]:
    """What stands, and what was taken back; what was changed is told with what took its place."""
    return [point for point in points if not point.change or point.change.what == "taken_back"]


def sections_of(points: list[Point]) -> list[tuple[Reader, str, list[Point]]]:
    """Whose they are, and the points under the titles of their form's sections, in its order."""
    by_title = groupby(points, lambda one: (one.reader, one.section.title if one.section else ""))
    return [
        (reader, _(title) if title else _("Other things that were said"), list(some))
        for (reader, title), some in by_title
    ]


def action_numbers(plan: Plan) -> dict[str, int]:
    """The number that an action has in the plan, by its id."""
    return {action.id: number for number, action in enumerate(plan.actions, 1)}


def wording() -> dict[str, object]:
    """How points are told, for templates."""
    return {
        "translate": _,
        "about_line": about_line,
        "handle": handle,
        "anchor": anchor,
        "attached": lambda point: attached_to(store(), point),
        "approval_line": approval_line,
        "event_line": event_line,
        "outcome_name": outcome_name,
        "problem_line": problem_line,
        "state_name": state_name,
        "whose_line": whose_line,
    }


def _is_read_by(point: Point, by: Staff) -> bool:
    return any(event.what == "read" and event.staff == by.id for event in point.events)


def _say_marked(read: int, talked: int) -> None:
    if read:
        flash(ngettext("Marked as read.", "%(num)s marked as read.", read))
    if talked:
        flash(ngettext("Marked as talked about.", "%(num)s marked as talked about.", talked))
