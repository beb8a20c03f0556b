"""Words live in HTML and every one can be translated: shown with a language made for the test."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from youthvoice import outside
from youthvoice.meanings import GLOSSARY
from youthvoice.places import STATIC, TRANSLATIONS
from youthvoice.settings import Outside

MARK = "\N{DOUBLE-STRUCK CAPITAL Q}"


class Texts(HTMLParser):
    """Every text and every attribute that a person is shown or read."""

    spoken = frozenset({"aria-label", "placeholder", "title", "alt"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.quiet = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.quiet = tag in ("script", "style")
        self.found += [value for name, value in attrs if name in self.spoken and value]

    def handle_data(self, data: str) -> None:
        if not self.quiet and re.search(r"[A-Za-z]", data):
            self.found.append(data.strip())


@pytest.fixture
def marked_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A language in which every word of the catalogue bears a mark."""
    folder = tmp_path / "translations" / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (TRANSLATIONS / "messages.pot").open("rb") as pot:
        known = read_po(pot)
    marked = Catalog(locale="cy")
    for message in known:
        if message.pluralizable:
            marked.add(message.id, [MARK + message.id[1]] * marked.num_plurals)
        elif message.id:
            marked.add(message.id, MARK + str(message.id))
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, marked)
    monkeypatch.setattr(outside, "TRANSLATIONS", tmp_path / "translations")
    yield "cy"


def texts_of(settings: Outside, language: str, page: str = "/") -> list[str]:
    chosen = Outside(
        mailbox_database=settings.mailbox_database,
        inside_public_key=settings.inside_public_key,
        phone_url=settings.phone_url,
        languages=(language,),
    )
    parser = Texts()
    parser.feed(outside.create_app(chosen).test_client().get(page).text)
    return parser.found


@pytest.mark.parametrize(("page", "many"), [("/", 300), ("/cy/inside/", 50)])
def test_every_word_on_the_phone_can_be_translated(
    settings: Outside, marked_language: str, page: str, many: int
) -> None:
    texts = texts_of(settings, marked_language, page)
    assert len(texts) > many
    assert [text for text in texts if MARK not in text] == []


def test_hard_words_and_their_meanings_can_be_translated(
    settings: Outside, marked_language: str
) -> None:
    """A council may write in English: the English names stay beside the translated."""
    texts = texts_of(settings, marked_language, "/cy/words/")
    english = {name for term in GLOSSARY for name in term.names}
    assert {MARK + name for name in english} | {MARK + term.meaning for term in GLOSSARY} < {*texts}
    assert {text for text in texts if MARK not in text} == english


def test_a_word_that_is_not_in_the_catalogue_would_be_found(settings: Outside) -> None:
    assert any(MARK not in text for text in texts_of(settings, "en"))


@pytest.mark.parametrize("file", sorted((STATIC / "phone").rglob("*.js")), ids=lambda f: f.name)
def test_javascript_holds_no_sentence(file: Path) -> None:
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text("utf-8"), flags=re.DOTALL)
    strings = re.findall(r"'([^'\n]*)'|\"([^\"\n]*)\"|`([^`]*)`", code)
    sentences = [
        s for found in strings for s in found if re.search(r"[a-z]{2,} [a-z]{2,} ?[a-z]", s)
    ]
    assert sentences == []
