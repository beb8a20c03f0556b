"""What a young person asked for: who does it, and what they are told."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.record.cases import Case
from youthvoice.record.desk import current_staff, own_case, store
from youthvoice.record.language import _
from youthvoice.record.tasks import DoneBefore, NoWords, finish, hand_to, task_of, tasks_of
from youthvoice.record.tasks.wording import task_name

tasks_pages = Blueprint("tasks", __name__)


@tasks_pages.get("/cases/<case_id>/tasks")
def tasks(case_id: str) -> str:
    """Everything that was asked for, the newest first."""
    return _page(own_case(case_id), {})


@tasks_pages.post("/cases/<case_id>/tasks/<task_id>/hand")
def hand(case_id: str, task_id: str) -> Response | tuple[str, int]:
    """Give it to somebody else of the case."""
    case, by = own_case(case_id), current_staff()
    task = task_of(store(), by, case.id, task_id)
    try:
        hand_to(store(), by, task, request.form.get("staff", ""))
    except DoneBefore:
        return _page(case, {}, done_before=task.id), 409
    flash(_("It is handed over. %(name)s sees the new name.", name=case.name))
    return redirect(url_for("tasks.tasks", case_id=case.id))


@tasks_pages.post("/cases/<case_id>/tasks/<task_id>/done")
def done(case_id: str, task_id: str) -> Response | tuple[str, int]:
    """It is done, and this is what the young person is told."""
    case, by = own_case(case_id), current_staff()
    task = task_of(store(), by, case.id, task_id)
    try:
        finish(store(), by, task, request.form.get("words", ""))
    except NoWords:
        wrong = _("Write what %(name)s will be told.", name=case.name)
        return _page(case, {f"words-{task.id}": wrong}), 422
    except DoneBefore:
        return _page(case, {}, done_before=task.id), 409
    flash(_("It is done, and %(name)s is told.", name=case.name))
    return redirect(url_for("tasks.tasks", case_id=case.id))


def _page(case: Case, errors: dict[str, str], *, done_before: str = "") -> str:
    """`done_before` is the task that somebody else did while this was typed."""
    found = tasks_of(store(), current_staff(), case.id)
    return render_template(
        "record/tasks/tasks.html",
        case=case,
        tasks=found[::-1],
        task_name=task_name,
        errors=errors,
        done_before=done_before,
        typed=request.form.get("words", ""),
    )
