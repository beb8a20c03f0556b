"""The half inside the council: the record, opened to its staff as pages.

The returned app has its house in `app.extensions["house"]`; whoever serves it starts the
`Mailroom` for it and closes it. Pages are never cached; built styles and scripts, which hold
nothing of anybody, are named by their hash and cached for ever.
"""

from flask import Flask, Response, jsonify, request, send_from_directory
from flask_babel import Babel
from flask_wtf import CSRFProtect
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader

from youthvoice.edges import keep_edges
from youthvoice.places import BUILD, TEMPLATES, TRANSLATIONS
from youthvoice.record.cases.changing import use_area_words
from youthvoice.record.desk import house
from youthvoice.record.house import open_house
from youthvoice.record.mailroom import status
from youthvoice.record.pages import PAGES, describe_the_desk, install_sign_in
from youthvoice.record.pressing import install_once, new_key
from youthvoice.record.staff.sessions import WORKING_DAY
from youthvoice.record.trouble import install_trouble
from youthvoice.record.typed_dates import input_type
from youthvoice.settings import Inside

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types inert"
)
PERMISSIONS = ", ".join(
    f"{what}=()"
    for what in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "midi",
        "payment",
        "serial",
        "usb",
    )
)
"""Nobody's camera, microphone or place is any business of a page here."""
FOR_EVER = 31_536_000
LARGEST_FORM = 1024 * 1024
"""Bytes: larger than anything that can be published."""


def create_app(settings: Inside) -> Flask:
    """The inside, ready to be served. Raises `SettingError` and `KeyTrouble`."""
    app = Flask(__name__, static_folder=None, template_folder=str(TEMPLATES))
    app.config.update(_config(settings))
    app.extensions["house"] = opened = open_house(settings)
    use_area_words(opened.store, settings.area_words)
    Babel(app, locale_selector=lambda: request.accept_languages.best_match(settings.languages))
    keep_edges(app, settings.inside_url)
    CSRFProtect(app)
    _use_templates(app)
    install_sign_in(app, settings.sign_in)
    for page in PAGES:
        app.register_blueprint(page)
    install_once(app)
    install_trouble(app)
    app.context_processor(describe_the_desk)
    app.after_request(guard)
    app.add_url_rule("/healthz", view_func=healthz)
    app.add_url_rule("/static/build/<name>", endpoint="built", view_func=built_file)
    return app


def healthz() -> Response:
    """200 once a read of the store has been answered."""
    status(house().store)
    return jsonify(ok=True)


def built_file(name: str) -> Response:
    """One built style or script."""
    answer = send_from_directory(BUILD, name, max_age=FOR_EVER)
    answer.cache_control.immutable = True
    return answer


def guard(answer: Response) -> Response:
    """Headers of every answer: nothing is kept, framed, sniffed or told to another site."""
    if request.endpoint != "built" or answer.status_code != 200:
        answer.headers["Cache-Control"] = "no-store"
    answer.headers.setdefault("Content-Security-Policy", POLICY)
    answer.headers["Permissions-Policy"] = PERMISSIONS
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


def _config(settings: Inside) -> dict[str, object]:
    is_https = settings.inside_url.startswith("https://")
    return {
        "SECRET_KEY": settings.secret_key,
        "SESSION_COOKIE_NAME": "__Host-youthvoice" if is_https else "youthvoice",
        "SESSION_COOKIE_SECURE": is_https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": WORKING_DAY,
        "WTF_CSRF_SSL_STRICT": False,  # it wants a referrer, and our pages send none
        "WTF_CSRF_TIME_LIMIT": None,  # it ends with the session: a plan may take an afternoon
        "MAX_CONTENT_LENGTH": LARGEST_FORM,
        "MAX_FORM_MEMORY_SIZE": LARGEST_FORM,
        "BABEL_TRANSLATION_DIRECTORIES": str(TRANSLATIONS),
        "BABEL_DEFAULT_LOCALE": settings.languages[0],
        "BABEL_DEFAULT_TIMEZONE": "Europe/London",
    }


def _use_templates(app: Flask) -> None:
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    assert app.jinja_loader is not None  # noqa: S101 - Flask makes one from template_folder
    app.jinja_loader = ChoiceLoader([app.jinja_loader, macros])
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.globals["new_key"] = new_key
    app.jinja_env.globals["input_type"] = input_type
