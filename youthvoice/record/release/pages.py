"""What is still missing, what each reader will see, and publishing it."""

from typing import Literal

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
    clear,
    cleared_for,
    missing,
    preview,
    publish,
    published,
)
from youthvoice.record.release.shown import as_read
from youthvoice.record.release.wording import item_name, missing_line

release_pages = Blueprint("release", __name__)

ITEMS: tuple[Literal["letter", "plan"], ...] = ("letter", "plan")


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
def clear_item(case_id: str) -> Response:
    """Let a parent or an advocate have the letter or the plan, or not."""
    case, reader = own_case(case_id), reader_of(case_id, request.form.get("reader", ""))
    item = next((item for item in ITEMS if item == request.form.get("item")), None)
    if item is None or reader.role == "young_person":
        abort(400)
    given = request.form.get("cleared") == "yes"
    clear(store(), current_staff(), case.id, reader.id, item, cleared=given)
    said = _("%(name)s gets the %(item)s.") if given else _("%(name)s does not get the %(item)s.")
    flash(said % {"name": reader.name, "item": item_name(item)})
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


def _page(case: Case, errors: dict[str, str]) -> str:
    by, readers = current_staff(), readers_of(store(), case.id)
    versions = published(store(), by, case.id)
    return render_template(
        "record/release/release.html",
        case=case,
        missing=missing(store(), by, case.id),
        readers=[(reader, cleared_for(store(), reader)) for reader in readers],
        versions=versions,
        plan_goes=bool(plan_of(store(), case.id).actions),
        plan_is_out=any(one.words["plan"] for one in _newest(versions)),
        items=ITEMS,
        item_name=item_name,
        missing_line=missing_line,
        errors=errors,
    )
