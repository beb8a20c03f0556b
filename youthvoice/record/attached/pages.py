"""Give out what hangs on a point to those who may see the point."""

from io import BytesIO

from flask import Blueprint, Response, abort, send_file

from youthvoice.record.attached.wholes import PartName, whole_of
from youthvoice.record.desk import own_case, store
from youthvoice.record.views.handles import points_of

attached_pages = Blueprint("attached", __name__)

ALONE = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""Opened by itself it is nothing but bytes: no script, no form, no origin."""
TO_BE_SAVED = "application/octet-stream"
ENDINGS = {TO_BE_SAVED: "bin", "image/jpeg": "jpg"}


@attached_pages.get("/cases/<case_id>/views/<point>/<any(voice, picture):part>")
def attached(case_id: str, point: str, part: PartName) -> Response:
    """The bytes, or the range of them that a player asks for. 404 for what is not there for me."""
    own_case(case_id)
    [found] = points_of(case_id, [point])
    data, kind = whole_of(store(), found, part) or abort(404)
    kind = kind or TO_BE_SAVED
    answer = send_file(
        BytesIO(data),
        mimetype=kind,
        as_attachment=kind == TO_BE_SAVED,
        download_name=f"note.{ENDINGS.get(kind, kind.rpartition('/')[2])}",
        conditional=True,
    )
    answer.headers["Content-Security-Policy"] = ALONE
    return answer
