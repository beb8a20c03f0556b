"""What of a page's letters is seen: found by painting, not by knowing all the ways to hide.

Three pictures: the page as it is; the page without its letters; its letters alone, black on white.
Where the first two differ there is visible ink of letters; the third says how much there could be.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageChops
from pypdfium2 import raw

SHARPEST = 2.0
"""Points of the picture to a point of the page."""
MOST_POINTS = 6_000_000
"""Of one picture, however large the page says it is."""
SEEN = 24
"""Of 255: two colours that differ by less look the same to a reader."""
INKED = 64
"""Of 255: how dark a point must be to belong to a letter."""
LEAST_OF_BOX = 0.1
"""Of the box around a letter, inked: with less, the letter itself is cut away."""
DEEPEST = 12
"""Drawings within drawings."""
BLACK = (0, 0, 0, 255)

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; from the top left corner of the page as it is seen, in its points."""


@dataclass(frozen=True)
class Ink:
    """The painted page. `box` and `seen` are asked for a box in the page's own coordinates."""

    scale: float
    to_picture: tuple[float, ...]
    there: Image.Image
    possible: Image.Image
    is_something_drawn: bool
    """Whether anything is seen beside the letters."""

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Where it is on the page as it is seen."""
        a, b, c, d, e, f = self.to_picture
        xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
        ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
        return (min(xs), min(ys), max(xs), max(ys))

    def seen(self, box: Box) -> float | None:
        """How much of the ink that could be there is seen, from 0 to 1; None where none could."""
        part = tuple(round(side * self.scale) for side in box)
        crop = (part[0], part[1], max(part[2], part[0] + 1), max(part[3], part[1] + 1))
        could = _points(self.possible, crop)
        if not could:
            return None
        room = (crop[2] - crop[0]) * (crop[3] - crop[1])
        return min(1.0, _points(self.there, crop) / could, could / room / LEAST_OF_BOX)


def paint(page: Any) -> Ink:
    """Paint the page. Its objects are changed by it: whoever wants it afterwards loads it anew."""
    width, height = page.get_size()
    scale = min(SHARPEST, (MOST_POINTS / max(1.0, width * height)) ** 0.5)
    everything = list(page.get_objects(max_depth=DEEPEST))
    letters = [one for one in everything if one.type == raw.FPDF_PAGEOBJ_TEXT]
    whole = _painted(page, scale)
    _show(letters, False)
    without = _painted(page, scale)
    _show([one for one in everything if one.type not in _HOLDERS], False)
    _blacken(letters)
    alone = _painted(page, scale)
    there, possible = _differing(whole, without), _dark(alone)
    return Ink(scale, _to_picture(page), there, possible, _is_more_than_one_colour(without))


def objects(page: Any) -> Iterator[Any]:
    """Everything that is drawn, in the order in which it is painted."""
    return iter(page.get_objects(max_depth=DEEPEST))


_HOLDERS = (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM)


def _painted(page: Any, scale: float) -> Image.Image:
    picture: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
    return picture.convert("RGB")


def _show(some: list[Any], on: bool) -> None:
    for one in some:
        raw.FPDFPageObj_SetIsActive(one.raw, on)


def _blacken(letters: list[Any]) -> None:
    for one in letters:
        raw.FPDFPageObj_SetIsActive(one.raw, True)
        raw.FPDFPageObj_SetFillColor(one.raw, *BLACK)
        raw.FPDFTextObj_SetTextRenderMode(one.raw, raw.FPDF_TEXTRENDERMODE_FILL)


def _differing(one: Image.Image, other: Image.Image) -> Image.Image:
    red, green, blue = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda value: 255 if value >= SEEN else 0)


def _dark(picture: Image.Image) -> Image.Image:
    return picture.convert("L").point(lambda value: 255 if value <= 255 - INKED else 0)


def _is_more_than_one_colour(picture: Image.Image) -> bool:
    extremes: Any = picture.getextrema()
    return any(least + SEEN < most for least, most in extremes)


def _points(picture: Image.Image, crop: tuple[int, int, int, int]) -> int:
    return picture.crop(crop).histogram()[255]


def _to_picture(page: Any) -> tuple[float, ...]:
    """The six numbers that lead from the page's own coordinates to what is seen, in points."""
    fine = 1000
    width, height = page.get_size()
    size = (round(width * fine), round(height * fine))

    def at(x: float, y: float) -> tuple[float, float]:
        left, top = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, left, top)
        return left.value / fine, top.value / fine

    (e, f), (x1, y1), (x2, y2) = at(0, 0), at(100, 0), at(0, 100)
    return ((x1 - e) / 100, (y1 - f) / 100, (x2 - e) / 100, (y2 - f) / 100, e, f)


def open_pdf(data: bytes) -> Any:
    """The document, with all that lies on its pages drawn into them."""
    drawn = pdfium.PdfDocument(data)
    drawn.init_forms()
    return drawn
