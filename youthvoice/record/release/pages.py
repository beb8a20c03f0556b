"""What is still missing, what each reader will see, and publishing it."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.record.cases import Case, readers_of
from youthvoice.record.desk import current_staff, own_case, store
from youthvoice.record.invitations.pages import reader_of
from youthvoice.record.language import _
from youthvoice.record.plans import plan_of
from youthvoice.record.release import (
    NotReady,
    Published,
    UnknownItem,
    clear_only,
    cleared_for,
    missing,
    preview,
    publish,
    published,
)
from youthvoice.record.release.shown import as_read
from youthvoice.record.release.wording import items_to_give, missing_line

release_pages = Blueprint("release", __name__)


@release_pages.get("/cases/<case_id>/release")
def release(case_id: str) -> str:
    """Before publishing: what is missing, who gets what."""
    return _page(own_case(case_id), {})


@release_pages.post("/cases/<case_id>/release")
def let_go(case_id: str) -> Response | tuple[str, int]:
    """Publish to every reader what is cleared for them."""
    case = own_case(case_id)
    if request.form.get("looked") != "yes":
        return _page(case, {"looked": _("Look at it first, then tick this box.")}), 422
    try:
        done = publish(store(), current_staff(), case.id)
    except NotReady:
        return _page(case, {"missing": _("It cannot be published yet. See what is missing.")}), 422
    names = ", ".join(one.reader.name for one in done)
    flash(_("Published. It is on its way to: %(names)s.", names=names))
    return redirect(url_for("release.release", case_id=case.id))


@release_pages.post("/cases/<case_id>/release/clear")
def clear_items(case_id: str) -> Response | tuple[str, int]:
    """Let somebody other than the young person have what is ticked, and nothing else."""
    case, reader = own_case(case_id), reader_of(case_id, request.form.get("reader", ""))
    if reader.role == "young_person":
        abort(400)
    ticked = request.form.getlist("item")
    try:
        clear_only(store(), current_staff(), case.id, reader.id, ticked)
    except UnknownItem:
        gone = _("Something that you ticked is not there any more. Look at the list again.")
        return _page(case, {f"give-{reader.id}": gone}, {reader.id: set(ticked)}), 422
    said = _("Saved. With the next publication %(name)s gets what is ticked.")
    nothing = _("Saved. Nothing is ticked for %(name)s.")
    flash((said if ticked else nothing) % {"name": reader.name})
    return redirect(url_for("release.release", case_id=case.id, _anchor="readers"))


@release_pages.get("/cases/<case_id>/preview/<reader_id>")
def look(case_id: str, reader_id: str) -> str:
    """Exactly what that reader will see, by the phone's own code."""
    case, reader = own_case(case_id), reader_of(case_id, reader_id)
    by = current_staff()
    shown = preview(store(), by, reader.id)
    return render_template(
        "record/release/preview.html",
        case=case,
        reader=reader,
        hidden=shown.hidden,
        words=as_read(shown.words, store(), by, case.id),
    )


def _newest(versions: list[Published]) -> list[Published]:
    """What each reader has on their phone now."""
    return list({one.reader.id: one for one in reversed(versions)}.values())


def _page(
    case: Case, errors: dict[str, str], ticked: Mapping[str, set[str]] = MappingProxyType({})
) -> str:
    """`ticked` is what somebody ticked for a reader, by id, where it was not saved."""
    by, readers = current_staff(), readers_of(store(), case.id)
    versions, plan = published(store(), by, case.id), plan_of(store(), case.id)
    return render_template(
        "record/release/release.html",
        case=case,
        missing=missing(store(), by, case.id),
        readers=[(one, ticked.get(one.id, cleared_for(store(), one))) for one in readers],
        versions=versions,
        plan_goes=bool(plan.actions),
        plan_is_out=any(one.words["plan"] for one in _newest(versions)),
        items=items_to_give(plan),
        missing_line=missing_line,
        errors=errors,
    )
