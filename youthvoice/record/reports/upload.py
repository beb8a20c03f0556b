"""What somebody uploaded or pasted, as paragraphs. Files are not trusted: size, pages and time end.

A file is what its bytes say, never what its name says.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from youthvoice.record.reports.pdf_text import SECONDS
from youthvoice.record.reports.told import PDF, ROOM_FOR_TEXT, fits

LARGEST = 10 * 1024 * 1024
"""Bytes of one file."""
TEXT = "text/plain"
FEWEST_LETTERS = 20
"""Fewer in a whole file are a stamp on a scan, and no report."""
READER = Path(__file__).with_name("pdf_text.py")
SHORT_LINE = 0.7
"""Of the longest line on a page: a line shorter than that ends its paragraph."""
POINTS = re.compile(r"\s*(?:[•●▪◦·–-]|\(?[0-9]{1,2}[.)]|\(?[a-z]\))\s")
"""How a line begins that is a point of a list, and so a paragraph of its own."""
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class BadFile(Exception):  # noqa: N818 - it is the file that is bad
    """Nothing that can be shared can be made of it. `code` is stable."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Taken:
    """Paragraphs, what kind of file it was, and the pages (from 1) that gave no text."""

    text: list[str]
    type: str
    blank_pages: list[int] = field(default_factory=list)


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
    pages = [_clean(page) for page in _pages(data)]
    blank = [n for n, page in enumerate(pages, 1) if not _letters(page)]
    if sum(map(_letters, pages)) < FEWEST_LETTERS:
        raise BadFile("no_text")
    return Taken(_checked([one for page in pages for one in _paragraphs(page)]), PDF, blank)


def _pages(data: bytes) -> list[str]:
    try:
        done = subprocess.run(  # noqa: S603 - our own file, and the data only as its input
            [sys.executable, "-I", str(READER)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise BadFile("heavy") from None
    except subprocess.CalledProcessError as ended:
        raise BadFile("heavy" if ended.returncode < 0 else "broken") from None
    except ValueError:
        raise BadFile("broken") from None
    if "wrong" in answer:
        raise BadFile(answer["wrong"])
    return list(answer["pages"])


def _paragraphs(page: str) -> list[str]:
    """Lines put together again: a file of pages knows lines, and a phone has shorter ones."""
    lines = [line.rstrip() for line in page.splitlines()]
    short = SHORT_LINE * max(map(len, lines), default=0)
    made: list[str] = []
    is_open = False
    for line in lines:
        if not line:
            is_open = False
            continue
        if is_open and not POINTS.match(line):
            made[-1] += f" {line.strip()}"
        else:
            made.append(line.strip())
        is_open = len(line) >= short
    return made


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if NOT_TEXT.search(text):
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
