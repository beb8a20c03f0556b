"""Alarms, in plain words. For workers: they know whom to ask whether something is lost."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from youthvoice.record.alarms import alarms_for, mark_seen
from youthvoice.record.desk import current_staff, store
from youthvoice.record.language import _
from youthvoice.record.quarantine.wording import advice, reason
from youthvoice.record.staff import Staff

quarantine_pages = Blueprint("quarantine", __name__)


@quarantine_pages.get("/alarms")
def alarms() -> str:
    """Those that nobody has seen; with `?all=1` the others too."""
    everything = "all" in request.args
    found = alarms_for(store(), worker(), unseen_only=not everything)
    return render_template(
        "record/quarantine/alarms.html",
        alarms=found,
        everything=everything,
        advice=advice,
        reason=reason,
    )


@quarantine_pages.post("/alarms/<int:alarm_id>/seen")
def seen(alarm_id: int) -> Response:
    """I have seen it."""
    mark_seen(store(), worker(), alarm_id)
    flash(_("Marked as seen."))
    return redirect(url_for("quarantine.alarms"))


def worker() -> Staff:
    """Who is signed in, if a worker. 403 for a chair."""
    staff = current_staff()
    return staff if staff.role == "worker" else abort(403)
