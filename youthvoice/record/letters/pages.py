"""The chair's letter: written here, cleaned, and shown as it will be read (RW-08)."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from youthvoice.record.cases import Case
from youthvoice.record.desk import current_staff, own_case, store
from youthvoice.record.drafts import StaleDraft
from youthvoice.record.hard_words import hard_words
from youthvoice.record.language import _
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.letters.clean import clean

letters_pages = Blueprint("letters", __name__)

LONGEST = 20_000
"""Characters: a short letter is a page."""


@letters_pages.get("/cases/<case_id>/letter")
def letter(case_id: str) -> str:
    """The letter as it was saved."""
    case = own_case(case_id)
    return _editor(case, letter_of(store(), case.id), {})


@letters_pages.post("/cases/<case_id>/letter")
def save(case_id: str) -> Response | tuple[str, int]:
    """Save it. On trouble all typed words stay."""
    case = own_case(case_id)
    text = request.form.get("text", "").replace("\r\n", "\n")
    revision = request.form.get("revision", 0, type=int)
    if len(text) > LONGEST:
        wrong = {"text": _("Use %(most)s characters or fewer.", most=LONGEST)}
        return _editor(case, Letter(text, revision), wrong), 422
    try:
        save_letter(store(), current_staff(), case.id, Letter(text, revision))
    except StaleDraft:
        stored = letter_of(store(), case.id)
        return _editor(case, Letter(text, stored.revision), {}, stale=True), 409
    flash(_("The letter is saved. %(name)s sees it when you publish.", name=case.name))
    return redirect(url_for("letters.letter", case_id=case.id))


def _editor(case: Case, written: Letter, errors: dict[str, str], *, stale: bool = False) -> str:
    cleaned = Markup(clean(written.text))  # noqa: S704 - clean() is where it becomes safe
    return render_template(
        "record/letters/letter.html",
        case=case,
        letter=written,
        cleaned=cleaned,
        hard_words=hard_words(store(), letter_of(store(), case.id).html),
        errors=errors,
        stale=stale,
    )
