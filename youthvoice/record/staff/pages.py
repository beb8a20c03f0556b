"""Sign in by a one-time link, and sign out.

Opening a link uses up nothing and says nothing of whose it is, however often a mail scanner or a
preview fetches it: only the press of a button signs somebody in.
"""

import hmac
import json

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.record.desk import house, leave, seat, store
from youthvoice.record.language import _
from youthvoice.record.pressing.keys import new_key, sent_key
from youthvoice.record.staff.people import Staff
from youthvoice.record.staff.sessions import whose_session
from youthvoice.record.staff.tokens import TokenUnusable, is_usable, use_token

link_sign_in = Blueprint("sign_in", __name__)


@link_sign_in.get("/sign-in/<token>")
def by_link(token: str) -> str | tuple[str, int]:
    """A button; 410 for a link that is unknown, used or expired. Writes nothing."""
    if not is_usable(store(), token):
        return _unusable()
    return render_template("record/staff/sign_in.html")


@link_sign_in.post("/sign-in/<token>")
def come_in(token: str) -> Response | tuple[str, int]:
    """Use the link up and go to the cases.

    The session is made of the link, the form's key and our own secret: the same press again, whose
    answer may have been lost, is the same session as long as that has not been left.
    """
    session = _session_of(token)
    with store().write():
        staff = _who_came(token, session)
        if staff is None:
            return _unusable()
        seat(staff, session)
    flash(_("Hello %(name)s. You are signed in.", name=staff.name))
    return redirect(url_for("cases.index"))


@link_sign_in.post("/sign-out")
def sign_out() -> Response:
    """Leave the desk."""
    leave()
    flash(_("You are signed out."))
    return redirect(url_for("sign_in.signed_out"))


@link_sign_in.get("/signed-out")
def signed_out() -> str:
    """Where one lands after leaving."""
    return render_template("record/staff/signed_out.html")


def _who_came(token: str, session: str) -> Staff | None:
    try:
        return use_token(store(), token)
    except TokenUnusable:
        return whose_session(store(), session)


def _session_of(token: str) -> str:
    words = json.dumps([token, sent_key(request) or new_key()])
    return hmac.digest(house().settings.secret_key.encode(), words.encode(), "sha256").hex()


def _unusable() -> tuple[str, int]:
    return render_template("record/staff/unusable.html"), 410
