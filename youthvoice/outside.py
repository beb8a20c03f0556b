"""The half on the internet: the phone's pages and the mailbox."""

from flask import Blueprint, Flask, Response, request
from flask_babel import Babel
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader
from werkzeug.exceptions import HTTPException

from youthvoice.edges import keep_edges
from youthvoice.mailbox import (
    Allowed,
    Bounds,
    Rate,
    Rates,
    StoreFailed,
    create_mailbox,
    open_store,
)
from youthvoice.mailbox.refusals import http as refusal
from youthvoice.phone.document import make_pages
from youthvoice.phone.edges import broken, edges
from youthvoice.phone.edges import trouble as page
from youthvoice.phone.icons import icon
from youthvoice.phone.pages import phone
from youthvoice.places import TEMPLATES, TRANSLATIONS
from youthvoice.settings import Outside, SettingError


def create_app(settings: Outside) -> Flask:
    """The outside, ready to be served. Raises `SettingError` for what it cannot work with."""
    app = Flask(__name__, static_folder=None, template_folder=str(TEMPLATES))
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    app.config["BABEL_DEFAULT_LOCALE"] = settings.languages[0]
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    Babel(app)
    keep_edges(app, settings.phone_url, settings.outside_hosts)
    _use_govuk_macros(app)
    app.jinja_env.globals["icon"] = icon
    app.register_blueprint(_mailbox(settings))
    app.register_blueprint(phone)
    app.register_blueprint(edges)
    app.register_error_handler(HTTPException, trouble)
    app.register_error_handler(Exception, broken)
    app.extensions["phone"] = make_pages(app, settings.languages)
    return app


def trouble(error: HTTPException) -> Response:
    """In JSON under /api/, as a page everywhere else."""
    return refusal(error) if request.path.startswith("/api/") else page(error)


def _use_govuk_macros(app: Flask) -> None:
    assert app.jinja_loader is not None  # noqa: S101 - Flask makes one from template_folder
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    app.jinja_loader = ChoiceLoader([app.jinja_loader, macros])


def _mailbox(settings: Outside) -> Blueprint:
    key = _public_key(settings)
    try:
        store = open_store(settings.mailbox_database, _bounds(settings))
        return create_mailbox(store, key, Rates(_allowed(settings)))
    except StoreFailed as wrong:
        raise SettingError(
            f"YOUTHVOICE_MAILBOX_DATABASE names {settings.mailbox_database}, which cannot be "
            f"used ({wrong}). Name a file in a folder that exists and may be written."
        ) from None
    except ValueError as wrong:
        raise SettingError(
            f"YOUTHVOICE_INSIDE_PUBLIC_KEY names {settings.inside_public_key}, which is not the "
            f"key it should be ({wrong}). Copy door.public.pem there from the inside's keys."
        ) from None


def _bounds(settings: Outside) -> Bounds:
    box, everything, free = (
        mib * 1024 * 1024
        for mib in (settings.mailbox_box_mib, settings.mailbox_all_mib, settings.mailbox_free_mib)
    )
    return Bounds(box, everything, free)


def _allowed(settings: Outside) -> Allowed:
    box = Rate(settings.box_per_second, settings.box_at_once)
    stranger = Rate(settings.stranger_per_second, settings.stranger_at_once)
    return Allowed(box, stranger, settings.address_header)


def _public_key(settings: Outside) -> str:
    try:
        return settings.inside_public_key.read_text("ascii")
    except (OSError, UnicodeDecodeError) as wrong:
        raise SettingError(
            f"YOUTHVOICE_INSIDE_PUBLIC_KEY names {settings.inside_public_key}, which cannot be "
            f"read ({wrong}). Copy door.public.pem there from the inside's key folder."
        ) from None
