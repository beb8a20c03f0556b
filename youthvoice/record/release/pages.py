"""What is still missing, what each reader will see, and publishing it."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.envelope.words import Words
from youthvoice.record.cases import Case, readers_of
from youthvoice.record.desk import current_staff, house, own_case, store
from youthvoice.record.drafts import StaleDraft
from youthvoice.record.invitations.pages import reader_of
from youthvoice.record.language import _
from youthvoice.record.looked import Changed, is_mark_of, mark_of
from youthvoice.record.plans import plan_of
from youthvoice.record.release import (
    NotReady,
    Published,
    UnknownItem,
    clear_only,
    cleared_for,
    going,
    missing,
    preview,
    publish,
    published,
)
from youthvoice.record.release.going import as_looked_at
from youthvoice.record.release.preview import as_seen
from youthvoice.record.release.shown import as_read
from youthvoice.record.release.wording import items_to_give, missing_line
from youthvoice.record.staff import Staff

release_pages = Blueprint("release", __name__)


@release_pages.get("/cases/<case_id>/release")
def release(case_id: str) -> str:
    """Before publishing: what is missing, who gets what."""
    return _page(own_case(case_id), {})


@release_pages.get("/cases/<case_id>/release/look")
def look_at_all(case_id: str) -> str:
    """What every reader gets if it is published now, and the button that publishes that."""
    return _look(own_case(case_id), {})


@release_pages.post("/cases/<case_id>/release")
def let_go(case_id: str) -> Response | tuple[str, int]:
    """Publish what was looked at to every reader; where it is another by now, look again."""
    case, by = own_case(case_id), current_staff()
    mark = request.form.get("looked_at", "")
    try:
        if request.form.get("looked") != "yes":
            return _untold(case, by)
        done = publish(store(), by, case.id, partial(is_mark_of, house().settings.secret_key, mark))
    except NotReady:
        return _page(case, {"missing": _("It cannot be published yet. See what is missing.")}), 422
    except Changed:
        return _look(case, {}, changed=True), 409
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
        had = request.form.getlist("had")
        clear_only(store(), current_staff(), case.id, reader.id, ticked, had=had)
    except UnknownItem:
        gone = _("Something that you ticked is not there any more. Look at the list again.")
        return _page(case, {f"give-{reader.id}": gone}, {reader.id: set(ticked)}), 422
    except StaleDraft:
        other = _(
            "Somebody else saved this while you were ticking. What they ticked is told below."
            " Nothing of yours is saved yet: look at it again, then save."
        )
        return _page(case, {f"give-{reader.id}": other}, {reader.id: set(ticked)}), 409
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


def _untold(case: Case, by: Staff) -> tuple[str, int]:
    """Nobody said that they looked. Raises `NotReady`."""
    if found := missing(store(), by, case.id):
        raise NotReady(found)
    return _look(case, {"looked": _("Look at it first, then tick this box.")}), 422


def _look(case: Case, errors: dict[str, str], *, changed: bool = False) -> str:
    """The mark is over the very messages that are shown, from one reading."""
    by, messages = current_staff(), going(store(), case.id)
    is_ready = not missing(store(), by, case.id)
    look = as_looked_at(by, case.id, messages)
    return render_template(
        "record/release/look.html",
        case=case,
        shown=[
            (one, *_seen(case, by, messages.get(one.id))) for one in readers_of(store(), case.id)
        ],
        looked_at=mark_of(house().settings.secret_key, look) if is_ready else "",
        changed=changed,
        errors=errors,
    )


def _seen(case: Case, by: Staff, words: Words | None) -> tuple[Words | None, int]:
    """As that reader sees it, as far as this person may, and how much is left out."""
    if words is None:
        return None, 0
    seen = as_seen(store(), by, case.id, words)
    return as_read(seen.words, store(), by, case.id), seen.hidden


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
        readers=[
            (one, cleared_for(store(), one), ticked.get(one.id, cleared_for(store(), one)))
            for one in readers
        ],
        versions=versions,
        plan_goes=bool(plan.actions),
        plan_is_out=any(one.words["plan"] for one in _newest(versions)),
        items=items_to_give(plan),
        missing_line=missing_line,
        errors=errors,
    )
