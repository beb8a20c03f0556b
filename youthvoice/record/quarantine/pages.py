"""Alarms, in plain words. For workers: they know whom to ask whether something is lost."""

from io import BytesIO

from flask import (
    Blueprint,
    abort,
    flash,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from werkzeug.wrappers import Response

from youthvoice.record.alarms import ON_A_PAGE, alarms_for, mark_seen
from youthvoice.record.desk import current_staff, store
from youthvoice.record.language import _
from youthvoice.record.quarantine.wholes import wholes_of, words_of
from youthvoice.record.quarantine.wording import advice, reason
from youthvoice.record.staff import Staff

quarantine_pages = Blueprint("quarantine", __name__)


@quarantine_pages.get("/alarms")
def alarms() -> str:
    """Those that nobody has seen; with `?all=1` the others too; a page from `before` on."""
    everything = "all" in request.args
    before = request.args.get("before", type=int)
    found = alarms_for(store(), worker(), unseen_only=not everything, before=before)
    return render_template(
        "record/quarantine/alarms.html",
        alarms=found,
        everything=everything,
        older=found[-1].id if len(found) == ON_A_PAGE else None,
        advice=advice,
        reason=reason,
        wholes=lambda alarm: wholes_of(store(), alarm),
    )


@quarantine_pages.post("/alarms/<int:alarm_id>/seen")
def seen(alarm_id: int) -> Response:
    """I have seen it, as often as it stood on my page."""
    mark_seen(store(), worker(), alarm_id, request.form.get("count", type=int))
    flash(_("Marked as seen."))
    return redirect(url_for("quarantine.alarms"))


@quarantine_pages.get("/alarms/messages/<envelope>")
def message(envelope: str) -> Response:
    """A message that was kept whole, to be saved: every word of it, as it came."""
    words = words_of(store(), worker(), envelope)
    return send_file(
        BytesIO(words.encode("utf-8", "surrogatepass")),
        mimetype="text/plain",
        as_attachment=True,
        download_name=f"message-{envelope}.txt",
    )


def worker() -> Staff:
    """Who is signed in, if a worker. 403 for a chair."""
    staff = current_staff()
    return staff if staff.role == "worker" else abort(403)
