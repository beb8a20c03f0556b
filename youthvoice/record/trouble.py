"""What people see when something is not right: what happened, and what to do now."""

from flask import Flask, Request, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from youthvoice.record.desk import seated
from youthvoice.record.pressing import sent_key
from youthvoice.record.pressing.keys import OURS
from youthvoice.record.pressing.once import NoKey
from youthvoice.record.staff.access import NotYours

Answer = tuple[str, int]

PAGES = {401, 403, 404, 405, 410, 413}


def install_trouble(app: Flask) -> None:
    """Pages for everything that can go wrong."""
    app.register_error_handler(CSRFError, stale_form)
    app.register_error_handler(NoKey, stale_form)
    app.register_error_handler(NotYours, not_yours)
    app.register_error_handler(HTTPException, http_trouble)
    app.register_error_handler(500, broken)


def stale_form(_trouble: CSRFError | NoKey) -> Answer | Response:
    """The form is older than the session. Nothing is done; what was typed is on the page.

    Who pressed a button of signing in or out once more is led where the first press led.
    """
    if request.endpoint == "sign_in.come_in":
        return redirect(url_for("cases.index") if seated() else request.path)
    if request.endpoint == "sign_in.sign_out" and not seated():
        return redirect(url_for("sign_in.signed_out"))
    return _not_saved_yet(), 400


def not_yours(_trouble: NotYours) -> Answer:
    """As if it did not exist: nobody learns which cases there are."""
    return render_template("record/trouble/404.html"), 404


def http_trouble(trouble: HTTPException) -> Answer:
    """The page for a status; a plain one for those that people hardly meet."""
    code = trouble.code or 500
    if code == 401 and request.method == "POST":
        return _not_saved_yet(), code
    name = code if code in PAGES else "other"
    return render_template(f"record/trouble/{name}.html", code=code), code


def broken(_trouble: Exception) -> Answer:
    """Our fault. What went wrong is in the log, not on the page."""
    return render_template("record/trouble/500.html"), 500


def _not_saved_yet() -> str:
    return render_template(
        "record/trouble/stale_form.html",
        typed=_typed(request),
        press=sent_key(request),
        signed_in=seated() is not None,
    )


def _typed(sent: Request) -> list[tuple[str, str]]:
    return [(name, value) for name, value in sent.form.items(multi=True) if name not in OURS]
