"""Around every view that a button reaches: once for each press."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from flask import Flask, current_app, flash, redirect, render_template, request, session
from werkzeug.wrappers import Response

from youthvoice.envelope.locked import lock, unlock
from youthvoice.envelope.shape import BadEnvelope
from youthvoice.record.desk import SEAT, current_staff, store
from youthvoice.record.pressing.kept import Given, be_first, find_given, keep_given
from youthvoice.record.pressing.keys import OURS, Press, press_of, sent_key

View = Callable[..., Any]
ALONE = {"sign_in.come_in", "sign_in.sign_out"}
"""They need nobody at the desk, and hold for themselves when they are pressed twice."""


class NoKey(Exception):  # noqa: N818 - it is the form that has none
    """The form carries no key: it is older than this version, or not ours."""


class _Undone(Exception):  # noqa: N818 - it carries an answer
    def __init__(self, answer: Response) -> None:
        self.answer = answer


def install_once(app: Flask) -> None:
    """Wrap whatever answers a POST. Call it when every page is there."""
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()) and rule.endpoint not in ALONE:
            app.view_functions[rule.endpoint] = once(app.view_functions[rule.endpoint])


def once(view: View) -> View:
    """The view, which makes something at the first press of a form only. Raises `NoKey`."""

    @wraps(view)
    def pressed(**values: Any) -> Any:
        if request.method != "POST":
            return view(**values)
        key = sent_key(request)
        if key is None:
            raise NoKey
        press = press_of(request, key, current_staff().id)
        return _again(press) or _first(partial(view, **values), press)

    return pressed


def _first(view: View, press: Press) -> Response:
    """Also for one that finds out while it works that another was first."""
    try:
        with store().together(partial(be_first, store(), press)):
            answer = current_app.make_response(view())
            if answer.status_code >= 400:
                raise _Undone(answer)
            keep_given(store(), press, _given(press, answer))
            return answer
    except _Undone as undone:
        return _again(press) or undone.answer
    except Exception:
        if answer_before := _again(press):
            return answer_before
        raise


def _given(press: Press, answer: Response) -> Given:
    goes_to, page = answer.headers.get("Location", ""), None
    if not goes_to:
        page = lock(answer.get_data(), _secret(press), press.id)
    says = [words for _category, words in session.get("_flashes", [])]
    return Given(press.sent, answer.status_code, goes_to, says, page)


def _again(press: Press) -> Response | None:
    """The answer that this press has had; None for the first."""
    given = find_given(store(), press)
    if given is None:
        return None
    if given.sent != press.sent:
        return _other_words(given)
    return _led_there(given) if given.goes_to else _shown_again(press, given)


def _led_there(given: Given) -> Response:
    session["_flashes"] = []
    for words in given.says:
        flash(words)
    return redirect(given.goes_to, given.status)


def _shown_again(press: Press, given: Given) -> Response:
    try:
        page = unlock(given.page or b"", _secret(press), press.id)
    except BadEnvelope:
        return current_app.make_response((render_template("record/trouble/done.html"), 410))
    return current_app.response_class(page, given.status, mimetype="text/html")


def _other_words(given: Given) -> Response:
    typed = [one for one in request.form.items(multi=True) if one[0] not in OURS]
    page = render_template("record/trouble/sent_before.html", given=given, typed=typed)
    return current_app.make_response((page, 409))


def _secret(press: Press) -> bytes:
    return f"{session[SEAT]} {press.key}".encode()
