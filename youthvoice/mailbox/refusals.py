"""What went wrong is told as JSON with a stable code, and logged without a word of the request."""

import logging
import traceback

from flask import Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge

from youthvoice.mailbox.answers import LATER, Refused
from youthvoice.mailbox.store import StoreFailed

CODES: dict[type[HTTPException], str] = {
    NotFound: "not_found",
    MethodNotAllowed: "method_not_allowed",
    RequestEntityTooLarge: "too_large",
}

log = logging.getLogger("youthvoice.mailbox")


def refused(error: Refused) -> Response:
    """A refusal that a view raised."""
    return error.response()


def http(error: HTTPException) -> Response:
    """What Flask itself refuses within one of our views."""
    status = error.code or 500
    return Refused(status, CODES.get(type(error), "malformed")).response(_allow(error))


def store_failed(error: StoreFailed) -> Response:
    """503: the same request may be sent again."""
    log.error("the store failed: %s", error)
    return Refused(503, "unavailable", after=LATER).response()


def unexpected(error: Exception) -> Response:
    """500. The log says where, and nothing that the request held: no path, no id, no address."""
    where = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s\n%s", type(error).__name__, where)
    return Refused(500, "unexpected").response()


def unrouted() -> Response | None:
    """An unknown path or method under /api/, before any page of the app can answer for it."""
    error = request.routing_exception
    if request.path.startswith("/api/") and isinstance(error, NotFound | MethodNotAllowed):
        return never_kept(http(error))
    return None


def never_kept(answer: Response) -> Response:
    """No answer of the mailbox is kept by a browser or on the way."""
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _allow(error: HTTPException) -> dict[str, str]:
    methods = getattr(error, "valid_methods", None)
    return {"Allow": ", ".join(sorted(methods))} if methods else {}
