"""Sign in by a one-time link, and sign out.

A link is used up by the GET that opens it: it is meant for `try` and for the day before there is
OpenID Connect. A HEAD, as link scanners send it, uses up nothing.
"""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.record.desk import leave, seat, store
from youthvoice.record.language import _
from youthvoice.record.staff.tokens import TokenUnusable, use_token

link_sign_in = Blueprint("sign_in", __name__)


@link_sign_in.get("/sign-in/<token>")
def by_link(token: str) -> Response | str | tuple[str, int]:
    """Use the link up and go to the cases; 410 for one that is unknown, used or expired."""
    if request.method == "HEAD":
        return ""
    try:
        staff = use_token(store(), token)
    except TokenUnusable:
        return render_template("record/staff/unusable.html"), 410
    seat(staff)
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
