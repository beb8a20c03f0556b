"""The one document of a language, and what the service worker is to keep with it."""

import json
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, render_template
from flask_babel import force_locale, get_locale, gettext

from youthvoice.languages import spoken
from youthvoice.meanings import GLOSSARY
from youthvoice.phone.icons import sprite
from youthvoice.phone.kept import Kept
from youthvoice.places import built, built_url, read_built
from youthvoice.questions.attachments import LONGEST_VOICE
from youthvoice.questions.feelings import FEELINGS
from youthvoice.questions.forms import MAIN, forms_with, sections
from youthvoice.questions.model import AUDIENCES
from youthvoice.questions.reply import REPLY
from youthvoice.questions.rings import RINGS
from youthvoice.questions.views import VIEWS

FIRST = ("phone.js", "phone.css")
"""What the first page needs."""
INSIDE = "inside.js"
"""What is needed once an invitation is opened: it follows at once, and is kept with the rest."""
LATER = {"voice": "voice.js", "picture": "picture.js", "aloud": "aloud.js"}
"""Scripts that a first visit does not carry: fetched when used, kept once the rest is."""
BESIDE = ("lead_on.js",)
"""For addresses that are none of ours (`edges`)."""
LETTERS = ".woff2"
"""Carried by no first visit either."""
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    LETTERS: "font/woff2",
}


@dataclass(frozen=True)
class Pages:
    """Everything the phone may GET: documents by path, files by path, and the worker.

    `files` come with the first page; `fragments` once an invitation is opened or there is something
    to read; `later` are fetched when they are used, or to be kept; `beside` is kept by no phone.
    """

    documents: dict[str, Kept]
    neutral: dict[str, Kept]
    fragments: dict[str, Kept]
    files: dict[str, Kept]
    later: dict[str, Kept]
    beside: dict[str, Kept]
    worker: Kept


def make_pages(app: Flask, languages: tuple[str, ...]) -> Pages:
    """Render everything once. The first language is at `/` as well.

    Beside each language's document stand the page that somebody who leaves at once is shown, what
    is filled in once an invitation is opened, and what hard words mean.
    """
    documents = {f"/{language}/": _document(app, language, languages) for language in languages}
    neutral = {f"/{language}/tables/": _neutral(app, language) for language in languages}
    fragments = {f"/{language}/words/": _words(app, language) for language in languages}
    fragments |= {f"/{language}/inside/": _inside(app, language) for language in languages}
    documents["/"] = documents[f"/{languages[0]}/"]
    files = {built_url(name): _file(built()[name]) for name in FIRST}
    inside = {built_url(INSIDE): _file(built()[INSIDE])}
    letters = [name for name in built() if name.endswith(LETTERS)]
    later = {built_url(name): _file(built()[name]) for name in (*LATER.values(), *letters)}
    kept = {
        "pages": documents,
        "neutral": neutral,
        "fragments": fragments,
        "files": files,
        "inside": inside,
        "later": later,
    }
    beside = {built_url(name): _file(built()[name]) for name in BESIDE}
    return Pages(documents, neutral, fragments, files | inside, later, beside, _worker(kept))


def _document(app: Flask, language: str, languages: tuple[str, ...]) -> Kept:
    with app.test_request_context("/"), force_locale(language):
        text = render_template(
            "phone/document.html",
            forms=MAIN,
            forms_with=forms_with,
            sections=sections(),
            reply=REPLY,
            audiences=AUDIENCES,
            feelings=FEELINGS,
            rings=RINGS,
            languages=languages,
            direction=get_locale().text_direction,
            language=language,
            spoken=spoken(language),
            sprite=sprite(),
            later={what: built_url(name) for what, name in LATER.items()},
            script=built_url("phone.js"),
            inside=built_url(INSIDE),
            style=built_url("phone.css"),
        )
    return _page(text)


def _neutral(app: Flask, language: str) -> Kept:
    with app.test_request_context("/"), force_locale(language):
        return _page(
            render_template(
                "phone/tables.html",
                direction=get_locale().text_direction,
                spoken=spoken(language),
                style=built_url("phone.css"),
            )
        )


def _words(app: Flask, language: str) -> Kept:
    with app.test_request_context("/"), force_locale(language):
        terms = [term.in_words(gettext) for term in GLOSSARY]
        return _page(render_template("phone/words.html", terms=terms))


def _inside(app: Flask, language: str) -> Kept:
    with app.test_request_context("/"), force_locale(language):
        return _page(
            render_template(
                "phone/inside.html", longest_voice=LONGEST_VOICE, views=VIEWS, language=language
            )
        )


def _page(text: str) -> Kept:
    lines = (line.strip() for line in text.splitlines())
    return Kept.of("\n".join(line for line in lines if line), "text/html; charset=utf-8")


def _file(name: str) -> Kept:
    return Kept.of(read_built(name), KINDS[Path(name).suffix])


def _worker(kept: dict[str, dict[str, Kept]]) -> Kept:
    source = read_built("sw.js").decode()
    hashes = [(path, one.hash) for some in kept.values() for path, one in some.items()]
    version = Kept.of(repr([*hashes, source]), "").hash
    lists = {"version": version} | {name: list(some) for name, some in kept.items()}
    return Kept.of(f"self.KEPT={json.dumps(lists)};\n{source}", "text/javascript; charset=utf-8")
