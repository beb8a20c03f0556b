"""The letters of a page that a person sees, as runs: pieces of a line with nothing far between."""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import pi
from typing import Any

from pypdfium2 import raw

from youthvoice.pdf.ink import Box, Ink

UNSEEN, WHOLE = 0.15, 0.6
"""Less of a letter than the first is not seen; from the second on it is."""
SMALLEST = 3.0
"""Points: smaller letters are seen by nobody."""
APART = 1.5
"""Times the size of the letters: further apart, it is another column or cell."""
OVERLAP = 0.5
"""Of the smaller letter: more than that lies over another one."""
STRAIGHT = 0.05
"""Radians: letters that lean more than that have no place among lines."""
HYPHEN = "\ufffe"
"""How pdfium says that a word is divided here at the end of its line."""
SIGNS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "▸", 0xF0FC: "✓", 0xF0E0: "→", 0xF06F: "o", 0xF02D: "–"}
"""Signs of lists as word processors write them, in fonts that have signs for letters."""
LIST_SIGN = "•▪◦●‣▸✓→o–-·*○■□➢"
BULLETS = frozenset("•▪▸✓●◦‣■□➢")
"""Of these, those that are nothing else: kept where their font has no drawing for them."""
LIGATURES = range(0xFB00, 0xFB07)
PRIVATE = range(0xE000, 0xF900)


@dataclass(frozen=True)
class Run:
    """Letters of one line, and where they stand; `size` in points."""

    text: str
    box: Box
    size: float


@dataclass
class Letters:
    """What is seen of the letters of a page, in the file's order, and what is to be said of it."""

    runs: list[Run] = field(default_factory=list)
    doubts: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Letter:
    """`seen` is None where no ink could be: a glyph that its font does not have."""

    text: str
    box: Box
    size: float
    seen: float | None

    @property
    def is_seen(self) -> bool:
        return self.size >= SMALLEST and (self.seen or 0) >= UNSEEN


def letters_of(text_page: Any, ink: Ink) -> Letters:
    """All letters of the page. `ink` was painted of another copy of it."""
    found = Letters()
    placed: list[_Letter] = []
    for line in _lines(text_page, ink, found.doubts):
        kept = list(_kept(line, found.doubts))
        found.runs += _runs(kept)
        placed += _apart_from_ligatures(kept)
    if _lie_over_one_another(placed):
        found.doubts.add("over")
    return found


def _lines(text_page: Any, ink: Ink, doubts: set[str]) -> Iterator[list[_Letter]]:
    line: list[_Letter] = []
    for index in range(raw.FPDFText_CountChars(text_page.raw)):
        code = raw.FPDFText_GetUnicode(text_page.raw, index)
        ends = code in (10, 13)
        text = "" if ends else _text(text_page, index, code)
        if text:
            line.append(_letter(text_page, index, text, ink))
            doubts |= {"order"} if _is_askew(text_page, index) else set()
        if ends or text == HYPHEN:
            yield line
            line = []
    yield line


def _letter(text_page: Any, index: int, text: str, ink: Ink) -> _Letter:
    box, size = _place(text_page, index, ink)
    return _Letter(text, box, size, ink.seen(box) if text.strip() else None)


def _kept(line: list[_Letter], doubts: set[str]) -> Iterator[_Letter]:
    for index, one in enumerate(line):
        if not one.text.strip():
            yield one
        elif one.is_seen or _belongs_to_seen(line, index):
            doubts |= _doubts(one)
            yield one
        else:
            doubts.add("hidden")


def _belongs_to_seen(line: list[_Letter], index: int) -> bool:
    """A letter that its font cannot draw, in a word that is seen; or the sign of a list."""
    one = line[index]
    if one.seen is not None or one.size < SMALLEST:
        return False
    if one.text in BULLETS:
        return True
    before = "".join(_mark(letter) for letter in line[max(0, index - 3) : index])
    after = "".join(_mark(letter) for letter in line[index + 1 : index + 4])
    return before.rstrip("?").endswith("x") or after.lstrip("?").startswith("x")


def _mark(one: _Letter) -> str:
    return "x" if one.is_seen else "?" if one.text.strip() and one.seen is None else " "


def _doubts(one: _Letter) -> set[str]:
    if one.text == "\ufffd" or (one.seen is None and one.text not in BULLETS):
        return {"letters"}
    return {"partly"} if one.seen is not None and one.seen < WHOLE else set()


def _text(text_page: Any, index: int, code: int) -> str:
    if raw.FPDFText_IsHyphen(text_page.raw, index) == 1:
        return HYPHEN
    return _named(code, raw.FPDFText_HasUnicodeMapError(text_page.raw, index) == 1)


def _named(code: int, has_no_name: bool) -> str:
    if code in SIGNS:
        return SIGNS[code]
    if code == 0xAD:
        return HYPHEN
    if code in LIGATURES:
        return unicodedata.normalize("NFKC", chr(code))
    if has_no_name or code in PRIVATE or code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return "" if unicodedata.category(chr(code)) in ("Cc", "Cf") else chr(code)


def _place(text_page: Any, index: int, ink: Ink) -> tuple[Box, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top)
    loose = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page.raw, index, loose)
    around = ink.box(loose.left, loose.bottom, loose.right, loose.top)
    return ink.box(left.value, bottom.value, right.value, top.value), around[3] - around[1]


def _is_askew(text_page: Any, index: int) -> bool:
    turned: float = raw.FPDFText_GetCharAngle(text_page.raw, index) % (pi / 2)
    return STRAIGHT < turned < pi / 2 - STRAIGHT


def _runs(line: list[_Letter]) -> Iterator[Run]:
    run: list[_Letter] = []
    for letter in line:
        if run and letter.text.strip() and _is_far(run, letter):
            yield from _run(run)
            run = []
        run.append(letter)
    yield from _run(run)


def _is_far(run: list[_Letter], letter: _Letter) -> bool:
    words = [one for one in run if one.text.strip()]
    if not words or "".join(one.text for one in words) in LIST_SIGN:
        return False
    gap = letter.box[0] - words[-1].box[2]
    return gap > APART * max(letter.size, words[-1].size) or gap < -APART * letter.size


def _run(letters: list[_Letter]) -> Iterator[Run]:
    inked = [one for one in letters if one.text.strip()]
    text = " ".join("".join(one.text for one in letters).split())
    if text:
        sides = list(zip(*(one.box for one in inked), strict=True))
        box = (min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3]))
        yield Run(text, box, max(one.size for one in inked))


def _apart_from_ligatures(line: list[_Letter]) -> list[_Letter]:
    """One for each glyph: the letters of a ligature come one after the other in one box."""
    words = [one for one in line if one.text.strip()]
    return [one for n, one in enumerate(words) if not n or words[n - 1].box != one.box]


def _lie_over_one_another(letters: list[_Letter]) -> bool:
    """Whether any two do: looked up by place, so that the time grows with their number alone."""
    near: dict[tuple[int, int], list[_Letter]] = {}
    for one in letters:
        cell = (int(one.box[0] // 16), int(one.box[1] // 16))
        around = [(cell[0] + x, cell[1] + y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        if any(_covers(one.box, other.box) for at in around for other in near.get(at, ())[-40:]):
            return True
        near.setdefault(cell, []).append(one)
    return False


def _covers(one: Box, other: Box) -> bool:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width > 0 and height > 0 and width * height > OVERLAP * max(least, 0.01)
