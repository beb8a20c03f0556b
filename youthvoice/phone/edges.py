"""What a phone gets where there is no page: a page all the same, that says what to do.

A mail scanner turns the `#` of an invitation's link into `%23`, and the words arrive here in the
path. They came in clear; nothing can take that back. So the page that answers has the same bytes
whatever the words are, is kept nowhere, and names no address: its script puts the `#` back into
the browser's own address and history and goes on from there, without asking for the words again.
No redirect could do that: its `Location` would be one more place with the words in it. Nothing
here or in the server's log writes an address.
"""

from flask import Blueprint, Response, render_template, request
from flask_babel import force_locale, get_locale
from werkzeug.exceptions import HTTPException, InternalServerError

from youthvoice.languages import spoken
from youthvoice.phone.pages import pages
from youthvoice.places import built_url

edges = Blueprint("edges", __name__)

LEADS_ON = "lead_on.js"
TOLD = {400, 404, 405, 413}
"""Statuses with words of their own."""


@edges.before_app_request
def lead_on() -> Response | None:
    """The page that puts the `#` back; None for every other address."""
    if "#" not in request.path and "%23" not in request.path:
        return None
    return _page("phone/edges/lead_on.html", 200, script=built_url(LEADS_ON))


def trouble(error: HTTPException) -> Response:
    """The page for what went wrong. Redirects are left alone."""
    if error.code is None or error.code < 400:
        led: Response = Response.force_type(error.get_response(), request.environ)  # type: ignore[assignment]
        return led
    answer = _page("phone/edges/trouble.html", error.code)
    for name, value in error.get_headers(request.environ):
        if name == "Allow":
            answer.headers[name] = value
    return answer


def broken(_error: Exception) -> Response:
    """Our fault."""
    return trouble(InternalServerError())


def _page(template: str, status: int, **words: str) -> Response:
    with force_locale(_language()):
        text = render_template(
            template,
            direction=get_locale().text_direction,
            spoken=spoken(str(get_locale())),
            style=built_url("phone.css"),
            what=status if status in TOLD else "other",
            **words,
        )
    return Response(text, status, {"Cache-Control": "no-store"}, mimetype="text/html")


def _language() -> str:
    known = [path.strip("/") for path in pages().documents if path != "/"]
    return request.accept_languages.best_match(known) or known[0]
