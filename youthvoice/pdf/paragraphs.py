"""Lines put together again: a page knows lines, and a phone has shorter ones."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from youthvoice.pdf.letters import HYPHEN
from youthvoice.pdf.order import Column, Line

SHORT_LINE = 0.7
"""Of its column's width: a line that ends before that ends its paragraph."""
WIDE_GAP = 0.9
"""Of a letter's size: with more room above it, a line begins a paragraph."""
OTHER_SIZE = 1.15
"""Times: letters so much larger or smaller begin a paragraph, as headings do."""
POINTS = re.compile(r"(?:[•●▪▸◦‣·–✓→○■□➢*-]|o|\(?[0-9]{1,2}[.)]|\(?[a-z]\))(?:\s|$)")
"""How a line begins that is a point of a list, and so a paragraph of its own."""
HYPHENS = ("-", "\u2010", HYPHEN)
KEEP_THEIRS = ("self", "well")
"""First halves whose hyphen is their own: self-harm, well-being."""


@dataclass(frozen=True)
class _Piece:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def paragraphs(columns: list[Column], is_sure: bool, whole_words: frozenset[str]) -> list[str]:
    """Paragraphs of a page. `whole_words` are the words of the file that stand undivided in it."""
    made: list[str] = []
    for column in columns:
        pieces = [_piece(line, " " if is_sure else " · ") for line in column]
        edges = min(one.left for one in pieces), max(one.right for one in pieces)
        for before, piece in zip([None, *pieces], pieces, strict=False):
            if before and _goes_on(before, piece, edges):
                made[-1] = _joined(made[-1], piece.text, whole_words)
            else:
                made.append(piece.text)
    return [one.replace(HYPHEN, "-") for one in made]


def words_of(lines: Iterable[Line]) -> frozenset[str]:
    """Words as they stand within lines: what a divided word can be put together by."""
    texts = (run.text for line in lines for run in line)
    return frozenset(
        word.lower() for text in texts for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    )


def _piece(line: Line, between: str) -> _Piece:
    sides = list(zip(*(run.box for run in line), strict=True))
    text = between.join(run.text for run in line)
    size = max(run.size for run in line)
    left, top, right, bottom = min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])
    return _Piece(text, left, right, top, bottom, size)


def _goes_on(before: _Piece, piece: _Piece, edges: tuple[float, float]) -> bool:
    if POINTS.match(piece.text):
        return False
    if before.text.endswith(HYPHEN):
        return True
    is_full = before.right - edges[0] >= SHORT_LINE * (edges[1] - edges[0])
    is_near = piece.top - before.bottom <= WIDE_GAP * max(before.size, piece.size)
    larger = max(before.size, piece.size) / max(0.1, min(before.size, piece.size))
    return is_full and is_near and larger < OTHER_SIZE


def _joined(text: str, more: str, whole_words: frozenset[str]) -> str:
    if not text.endswith(HYPHENS) or not more[:1].islower():
        return f"{text} {more}"
    first, second = _last_word(text[:-1]), more.split(maxsplit=1)[0].strip(".,;:!?")
    keeps = first in KEEP_THEIRS or f"{first}-{second}".lower() in whole_words
    if keeps and f"{first}{second}".lower() not in whole_words:
        return f"{text[:-1]}-{more}"
    return text[:-1] + more


def _last_word(text: str) -> str:
    found = re.search(r"[^\W\d_]+$", text)
    return found.group().lower() if found else ""
