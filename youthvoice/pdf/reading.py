"""A whole file: its pages as they are seen, and the copy that may go, if one may."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdfium2 import raw

from youthvoice.pdf import DOUBTS, UNSEEN, BadPdf
from youthvoice.pdf.ink import Box, Ink, objects, open_pdf, paint
from youthvoice.pdf.letters import letters_of
from youthvoice.pdf.order import Column, ordered
from youthvoice.pdf.paragraphs import paragraphs, words_of
from youthvoice.pdf.unpack import copy_of, unpack

MOST_CHARACTERS = 400_000
"""Far more than one envelope holds."""
MOST_LETTERS = 60_000
"""On one page: nobody reads more there."""
MUCH_OF_A_PAGE = 0.4
"""A picture that large may be a scan, with words in it."""
AT_EDGE = 1.0
"""Points: a picture may reach that far over the edge of a page before some of it is unseen."""


@dataclass(frozen=True)
class Page:
    """What a person reads on it, and why somebody must look at it (`DOUBTS`)."""

    paragraphs: list[str]
    doubts: list[str]


@dataclass(frozen=True)
class _Seen:
    columns: list[Column]
    is_sure: bool
    doubts: set[str]
    is_clear: bool
    length: int


def read(data: bytes) -> tuple[list[Page], bytes | None]:
    """All pages, and a copy of the file where its text and its pages agree. Raises `BadPdf`."""
    unpacked = unpack(data)
    drawn = unpacked.data if unpacked.is_plain else _drawn_in(unpacked.data)
    found = _all_pages(drawn)
    for number in unpacked.noted:
        found[number].doubts.add("comments")
    words = words_of(line for page in found for column in page.columns for line in column)
    pages = [_page(one, words) for one in found]
    goes = unpacked.is_plain and all(one.is_clear and not one.doubts & UNSEEN for one in found)
    return pages, copy_of(unpacked.data) if goes else None


def picture(data: bytes, number: int) -> bytes:
    """The page of that number (from 1) as a PNG, as a person sees it. Raises what goes wrong."""
    page = open_pdf(_drawn_in(unpack(data).data))[number - 1]
    made = BytesIO()
    width, height = page.get_size()
    scale = min(1.5, 1600 / max(width, height, 1.0))
    page.render(scale=scale).to_pil().convert("RGB").save(made, "PNG")
    return made.getvalue()


def _drawn_in(data: bytes) -> bytes:
    """What lies on the pages (fields, stamps, notes in boxes) becomes a part of them."""
    document, made = open_pdf(data), BytesIO()
    for page in document:
        raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
        page.close()
    document.save(made)
    return made.getvalue()


def _all_pages(data: bytes) -> list[_Seen]:
    found: list[_Seen] = []
    painted, read_from = open_pdf(data), open_pdf(data)
    left = MOST_CHARACTERS
    for number in range(len(read_from)):
        found.append(_one_page(painted[number], read_from[number]))
        left -= found[-1].length
        if left < 0:
            raise BadPdf("long")
    return found


def _one_page(painted: Any, page: Any) -> _Seen:
    text_page = page.get_textpage()
    if raw.FPDFText_CountChars(text_page.raw) > MOST_LETTERS:
        raise BadPdf("heavy")
    pictures = _pictures(page)
    ink = paint(painted)
    letters = letters_of(text_page, ink)
    columns, is_sure = ordered(letters.runs)
    doubts = letters.doubts | (set() if is_sure else {"order"})
    if _is_mostly_picture(page, pictures, ink, letters.runs):
        doubts.add("picture")
    for one in (painted, text_page, page):
        one.close()
    length = sum(len(run.text) for run in letters.runs)
    return _Seen(columns, is_sure, doubts, all(whole for _, whole in pictures), length)


def _page(seen: _Seen, words: frozenset[str]) -> Page:
    doubts = [one for one in DOUBTS if one in seen.doubts]
    return Page(paragraphs(seen.columns, seen.is_sure, words), doubts)


def _pictures(page: Any) -> list[tuple[Box, bool]]:
    """Each picture's place in the page's own coordinates, and whether all of it is seen."""
    drawn = [(one.type, one.get_bounds()) for one in objects(page) if one.type != _FORM]
    room = page.get_cropbox()
    return [
        (box, _is_inside(box, room) and not any(_meets(box, after) for _, after in drawn[n + 1 :]))
        for n, (kind, box) in enumerate(drawn)
        if kind == raw.FPDF_PAGEOBJ_IMAGE
    ]


_FORM = raw.FPDF_PAGEOBJ_FORM


def _is_mostly_picture(page: Any, pictures: list[tuple[Box, bool]], ink: Ink, runs: object) -> bool:
    width, height = page.get_size()
    largest = max((_area(box) for box, _ in pictures), default=0.0)
    if largest > MUCH_OF_A_PAGE * width * height:
        return True
    return not runs and ink.is_something_drawn


def _is_inside(box: Box, room: Box) -> bool:
    low = box[0] >= room[0] - AT_EDGE and box[1] >= room[1] - AT_EDGE
    return low and box[2] <= room[2] + AT_EDGE and box[3] <= room[3] + AT_EDGE


def _meets(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) > max(one[0], other[0])
    return across and min(one[3], other[3]) > max(one[1], other[1])


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
