"""All staff pages, in the order of the day, and what every one of them shows around itself."""

from typing import Any

from flask import Flask, request
from flask_babel import get_locale

from youthvoice.languages import spoken
from youthvoice.places import built_url
from youthvoice.record.access.pages import access_pages
from youthvoice.record.alarms import count_alarms
from youthvoice.record.attached.pages import attached_pages
from youthvoice.record.cases.details_pages import details_pages
from youthvoice.record.cases.pages import cases_pages
from youthvoice.record.cases.readers_pages import readers_pages
from youthvoice.record.desk import current_staff, house, seated, store
from youthvoice.record.invitations.pages import invitations_pages
from youthvoice.record.letters.pages import letters_pages
from youthvoice.record.plans.pages import plans_pages
from youthvoice.record.quarantine.pages import quarantine_pages
from youthvoice.record.release.pages import release_pages
from youthvoice.record.reports.compare_pages import compare_pages
from youthvoice.record.reports.pages import reports_pages
from youthvoice.record.staff.pages import link_sign_in
from youthvoice.record.tasks.pages import tasks_pages
from youthvoice.record.views.outcome_pages import outcome_pages
from youthvoice.record.views.pages import views_pages
from youthvoice.record.wording import audience_name, day, moment, role_name
from youthvoice.settings import SettingError

PAGES = (
    cases_pages,
    details_pages,
    readers_pages,
    invitations_pages,
    views_pages,
    outcome_pages,
    attached_pages,
    reports_pages,
    compare_pages,
    plans_pages,
    letters_pages,
    release_pages,
    quarantine_pages,
    tasks_pages,
    access_pages,
)
SIGN_INS = {"link": link_sign_in}
"""Ways to sign in by the setting's word. Each is a blueprint that ends in `desk.seat`."""
OPEN_TO_ALL = ("healthz", "built")
"""Beside the pages by which one signs in."""


def install_sign_in(app: Flask, way: str) -> None:
    """Choose how staff sign in; every other page then wants somebody who has."""
    if way not in SIGN_INS:
        known = ", ".join(SIGN_INS)
        raise SettingError(f"YOUTHVOICE_SIGN_IN is {way!r}. It can be: {known}.")
    app.register_blueprint(SIGN_INS[way])
    app.before_request(want_somebody)


def want_somebody() -> None:
    """401 for a page that is not open to all when nobody is signed in.

    Here and not in the views: one that forgets to ask is shut as well.
    """
    is_sign_in = request.blueprint in {one.name for one in SIGN_INS.values()}
    if request.endpoint and request.endpoint not in OPEN_TO_ALL and not is_sign_in:
        current_staff()


def describe_the_desk() -> dict[str, Any]:
    """What the frame around a page shows."""
    staff = seated()
    worker = staff is not None and staff.role == "worker"
    return {
        "asset": built_url,
        "language": spoken(str(get_locale())),
        "direction": get_locale().text_direction,
        "council_name": house().settings.council_name,
        "staff": staff,
        "role_name": role_name,
        "audience_name": audience_name,
        "day": day,
        "moment": moment,
        "alarm_count": count_alarms(store(), staff) if staff and worker else None,
    }
