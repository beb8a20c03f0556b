"""The phone's addresses: documents, built files, the worker and a neutral manifest."""

from flask import Blueprint, Response, abort, current_app, jsonify, request
from flask_babel import force_locale
from flask_babel import gettext as _

from youthvoice.phone.document import Pages

phone = Blueprint("phone", __name__)

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types inert worker"
)
FRESH = "no-cache"
FOR_EVER = "public, max-age=31536000, immutable"


def pages() -> Pages:
    """Everything that was rendered at the start."""
    found: Pages = current_app.extensions["phone"]
    return found


@phone.get("/")
def first_language() -> Response:
    """The document in the first language."""
    return pages().documents["/"].response(request, FRESH)


@phone.get("/<language>/")
def document(language: str) -> Response:
    """The document in one language."""
    found = pages().documents.get(f"/{language}/") or abort(404)
    return found.response(request, FRESH)


@phone.get("/<language>/tables/")
def neutral(language: str) -> Response:
    """What somebody sees who leaves at once: nothing of ours."""
    found = pages().neutral.get(f"/{language}/tables/") or abort(404)
    return found.response(request, FRESH)


@phone.get("/<language>/<any(words, inside):name>/")
def fragment(language: str, name: str) -> Response:
    """What hard words mean; what is filled in once an invitation is opened."""
    found = pages().fragments.get(f"/{language}/{name}/") or abort(404)
    return found.response(request, FRESH)


@phone.get("/static/build/<name>")
def file(name: str) -> Response:
    """One built file; its name changes with its bytes."""
    address = f"/static/build/{name}"
    known = pages().files | pages().later | pages().beside
    found = known.get(address) or abort(404)
    return found.response(request, FOR_EVER)


@phone.get("/sw.js")
def worker() -> Response:
    """The service worker, with the list of what it keeps."""
    return pages().worker.response(request, FRESH)


@phone.post("/empty")
def empty() -> Response:
    """Tell the browser to clear what it has of this address, files on its disk included.

    Only our own page can ask: another site's would need a permission that nobody gives.
    """
    if "Empty" not in request.headers:
        abort(404)
    return Response(status=204, headers={"Clear-Site-Data": '"cache", "storage"'})


@phone.get("/<language>/manifest.webmanifest")
def manifest(language: str) -> Response:
    """A neutral name and icon: nothing here gives the young person away."""
    if f"/{language}/" not in pages().documents:
        abort(404)
    with force_locale(language):
        name = _("Notes")
    answer = jsonify(
        name=name,
        short_name=name,
        lang=language,
        start_url=f"/{language}/",
        scope="/",
        display="standalone",
        background_color="#fdf9f3",
        theme_color="#fdf9f3",
        icons=[{"src": "/icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    )
    answer.headers["Content-Type"] = "application/manifest+json"
    return answer


@phone.get("/icon.svg")
def icon() -> Response:
    """A plain sheet of paper."""
    return Response(ICON, content_type="image/svg+xml", headers={"Cache-Control": FRESH})


ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">'
    '<rect width="96" height="96" rx="20" fill="#135a50"/>'
    '<path d="M28 22h40v52H28z" fill="#fdf9f3"/>'
    '<path d="M36 36h24M36 48h24M36 60h14" stroke="#135a50" stroke-width="4"/>'
    "</svg>"
)


@phone.after_app_request
def guard(answer: Response) -> Response:
    """Headers of every answer from outside: nothing may be framed, sniffed or called home."""
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=(self)"
    return answer
