"""The mailbox as one blueprint: the list of what a phone can ask, and how all of it answers."""

from flask import Blueprint
from flask.blueprints import BlueprintSetupState
from werkzeug.exceptions import HTTPException
from werkzeug.routing import BaseConverter

from youthvoice.mailbox import claims, down, health, openapi, refusals, settled, shares, up
from youthvoice.mailbox.answers import Refused
from youthvoice.mailbox.at_hand import NAME, AtHand
from youthvoice.mailbox.inside import inside
from youthvoice.mailbox.inside.door import public_key
from youthvoice.mailbox.rates import Allowed, Rates
from youthvoice.mailbox.store import Store, StoreFailed

ROUTES = (
    ("POST", "/api/claims", "claim", claims.claim),
    ("POST", "/api/claims/<invitation>/held", "contents_held", claims.held),
    ("PUT", "/api/boxes/<box>/up/<envelope>", "put_up", up.put),
    ("GET", "/api/boxes/<box>/up/<envelope>", "get_up", up.get),
    ("POST", "/api/boxes/<box>/frames/up", "put_frames_up", up.put_frames),
    ("GET", "/api/boxes/<box>/down", "list_down", down.listed),
    ("GET", "/api/boxes/<box>/down/<envelope:envelope>", "get_down", down.get),
    ("GET", "/api/boxes/<box>/frames/down", "get_frames_down", down.get_frames),
    ("POST", "/api/boxes/<box>/down/held", "down_held", down.held),
    ("PUT", "/api/boxes/<box>/share/<share>", "put_share", shares.put),
    ("DELETE", "/api/boxes/<box>/share/<share>", "let_go_share", shares.let_go),
    ("POST", "/api/shares/<share>/open", "open_share", shares.open_),
    ("GET", "/api/openapi.json", "openapi", openapi.described),
    ("GET", "/healthz", "healthz", health.healthz),
)


def create_mailbox(store: Store, inside_public_key: str, rates: Rates | None = None) -> Blueprint:
    """The mailbox, to be registered once in an app, at its root.

    `inside_public_key` is PEM. Raises ValueError unless it is public and on P-256. Whatever goes
    wrong under /api/ is answered in JSON, unknown paths included.
    """
    at_hand = AtHand(store, public_key(inside_public_key), rates or Rates(Allowed()))
    mailbox = Blueprint("mailbox", __name__)
    mailbox.record_once(lambda state: _put_at_hand(state, at_hand))
    for method, path, name, view in ROUTES:
        mailbox.add_url_rule(path, name, view, methods=[method])
    mailbox.register_blueprint(inside)
    _answer_in_json(mailbox)
    return mailbox


class _Envelope(BaseConverter):
    """Any name but that of a path beside it, which would seem to answer a GET as well."""

    regex = r"(?!held\Z)[^/]+"


def _put_at_hand(state: BlueprintSetupState, at_hand: AtHand) -> None:
    state.app.url_map.converters["envelope"] = _Envelope
    state.app.extensions[NAME] = at_hand


def _answer_in_json(mailbox: Blueprint) -> None:
    mailbox.before_app_request(refusals.unrouted)
    mailbox.before_request(settled.check)
    mailbox.after_request(settled.tell)
    mailbox.after_request(refusals.never_kept)
    mailbox.register_error_handler(Refused, refusals.refused)
    mailbox.register_error_handler(StoreFailed, refusals.store_failed)
    mailbox.register_error_handler(HTTPException, refusals.http)
    mailbox.register_error_handler(Exception, refusals.unexpected)
