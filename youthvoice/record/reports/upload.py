"""What somebody uploaded or pasted, as paragraphs. Files are not trusted: size, pages and time end.

A file is what its bytes say, never what its name says.
"""

import re
from dataclasses import dataclass, field

from youthvoice.record.reports.beside import BadFile, SeenPage, read_pdf
from youthvoice.record.reports.report import Doubt
from youthvoice.record.reports.told import PDF, ROOM_FOR_TEXT, fits

LARGEST = 10 * 1024 * 1024
"""Bytes of one file."""
TEXT = "text/plain"
FEWEST_LETTERS = 20
"""Fewer in a whole file are a stamp on a scan, and no report."""
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
SOURCES = re.compile(
    r"\s*(?:\{\\rtf|%!PS|\\(?:documentclass|begin|input)\b|<(?:[!?]|[a-z][\w:-]*[\s/>])"
    r"|BEGIN:V|(?:[A-Z][A-Za-z-]+: .*\n)*(?:MIME-Version|Content-Type): )",
    re.IGNORECASE,
)
"""How a file begins that is the source of something else: RTF, PostScript, TeX, HTML, XML, mail."""


@dataclass(frozen=True)
class Taken:
    """Paragraphs, what kind of file it was, the pages (from 1) that gave no text, those that must
    be looked at, and the copy of the file that may go; None where only the text may.
    """

    text: list[str]
    type: str
    blank_pages: list[int] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    copy: bytes | None = None


def take(data: bytes) -> Taken:
    """The text of an uploaded file. Raises `BadFile`."""
    if len(data) > LARGEST:
        raise BadFile("large")
    if not data:
        raise BadFile("empty")
    return _pdf(data) if b"%PDF-" in data[:1024] else Taken(take_text(_decoded(data)), TEXT)


def take_text(text: str) -> list[str]:
    """The paragraphs of a text in which an empty line ends one. Raises `BadFile`."""
    blocks = re.split(r"\n[ \t]*\n", _clean(text))
    return _checked([block.strip("\n").rstrip() for block in blocks])


def _pdf(data: bytes) -> Taken:
    pages, copy = read_pdf(data)
    kept = [_kept(page) for page in pages]
    if sum(map(_letters, (one for page in kept for one in page))) < FEWEST_LETTERS:
        raise BadFile("no_text")
    text = _checked([one for page in kept for one in page])
    blank = [n for n, page in enumerate(kept, 1) if not page]
    return Taken(text, PDF, blank, _doubts(pages, kept), copy)


def _kept(page: SeenPage) -> list[str]:
    cleaned = [_clean(one) for one in page.paragraphs]
    return [one for one in cleaned if one.strip()] if any(map(_letters, cleaned)) else []


def _doubts(pages: list[SeenPage], kept: list[list[str]]) -> list[Doubt]:
    found, first = [], 0
    for number, (page, texts) in enumerate(zip(pages, kept, strict=True), 1):
        if page.doubts:
            found.append(Doubt(number, page.doubts, first, first + len(texts)))
        first += len(texts)
    return found


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if NOT_TEXT.search(text) or SOURCES.match(text):
        raise BadFile("unknown")
    return text


def _checked(paragraphs: list[str]) -> list[str]:
    found = [one for one in paragraphs if one.strip()]
    if not any(_letters(one) for one in found):
        raise BadFile("no_text")
    if not fits({"text": found}, ROOM_FOR_TEXT):
        raise BadFile("long")
    return found


def _clean(text: str) -> str:
    return NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
