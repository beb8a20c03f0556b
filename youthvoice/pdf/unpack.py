"""A file taken apart: what is refused, what is taken out, and what must be looked at."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Pdf, Stream

from youthvoice.pdf import BadPdf

MOST_PAGES = 150
MOST_BYTES = 48 * 1024 * 1024
"""Of all that its pages are drawn with, once unfolded: some hundred times what a report has."""
KEPT_OF_PAGE = {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents"}
KEPT_OF_FILE = {"/Type", "/Pages"}
SPOKEN_INSTEAD = ("/ActualText", "/Alt", "/E")
"""Words that stand for what is seen, and need not be the same."""
QUIET = {"/Link", "/Widget", "/Popup"}
"""What lies on a page and has no words of its own, or has them drawn into the page."""
DRAWN = {"/FreeText", "/Stamp", "/Watermark", "/Ink", "/Line", "/Square", "/Circle", "/Highlight"}
"""Drawn into the page as well, though most of them can hold a note that is not."""


@dataclass(frozen=True)
class Unpacked:
    """The file without what nobody sees; pages (from 0) with notes that open on a press.

    `is_plain`: there is nothing on its pages but what the pages themselves draw.
    """

    data: bytes
    noted: set[int] = field(default_factory=set)
    is_plain: bool = True


def unpack(data: bytes) -> Unpacked:
    """Take it apart. Raises `BadPdf`, and whatever a damaged file makes of pikepdf."""
    try:
        pdf = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        raise BadPdf("locked") from None
    with pdf:
        _refuse(pdf)
        _silence(pdf)
        noted = {n for n, page in enumerate(pdf.pages) if any(map(_has_note, _on(page)))}
        plain = not any(_on(page) for page in pdf.pages) and Name.OCProperties not in pdf.Root
        return Unpacked(_saved(pdf), noted, plain)


def copy_of(data: bytes) -> bytes:
    """Its pages alone, without anything that is not drawn on them. The same each time."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            _keep(page.obj, KEPT_OF_PAGE)
        _keep(pdf.Root, KEPT_OF_FILE)
        return _saved(pdf)


def _refuse(pdf: Pdf) -> None:
    if len(pdf.pages) > MOST_PAGES:
        raise BadPdf("many_pages")
    form = pdf.Root.get(Name.AcroForm)
    if isinstance(form, Dictionary) and Name.XFA in form:
        raise BadPdf("form")


def _silence(pdf: Pdf) -> None:
    left = MOST_BYTES
    for one in pdf.objects:
        if isinstance(one, Stream) and one.get(Name.Subtype) != Name.Image:
            unfolded = _bytes_of(one)
            left -= len(unfolded)
            if left < 0:
                raise BadPdf("heavy")
            _silence_stream(one, unfolded)
        if isinstance(one, Dictionary | Stream):
            _silence_dictionary(one)
    for name in ("/StructTreeRoot", "/Metadata", "/Names", "/Outlines", "/OpenAction", "/AA"):
        if name in pdf.Root:
            del pdf.Root[name]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]


def _silence_dictionary(one: Any) -> None:
    for name in SPOKEN_INSTEAD:
        if name in one and name != "/E":
            del one[name]
    for inner in one.values():
        if isinstance(inner, Dictionary) and not inner.is_indirect:
            _silence_dictionary(inner)


def _silence_stream(one: Any, unfolded: bytes) -> None:
    if b"ActualText" not in unfolded:
        return
    written = [
        instruction
        for instruction in pikepdf.parse_content_stream(one)
        if str(instruction.operator) not in ("DP", "MP")
    ]
    for instruction in written:
        if str(instruction.operator) == "BDC" and isinstance(instruction.operands[1], Dictionary):
            _silence_dictionary(instruction.operands[1])
    one.write(pikepdf.unparse_content_stream(written))


def _bytes_of(one: Any) -> bytes:
    try:
        return bytes(one.read_bytes())
    except pikepdf.PdfError:  # a picture in a packing of its own
        return b""


def _on(page: Any) -> list[Any]:
    return [one for one in page.get(Name.Annots, []) if _kind(one) not in ("/Link", "/Popup")]


def _has_note(one: Any) -> bool:
    if _kind(one) in QUIET:
        return False
    return _kind(one) not in DRAWN or (_kind(one) != "/FreeText" and bool(_note(one)))


def _kind(one: Any) -> str:
    return str(one.get(Name.Subtype, "")) if isinstance(one, Dictionary) else ""


def _note(one: Any) -> str:
    return str(one.get(Name.Contents, "")).strip()


def _keep(one: Any, names: set[str]) -> None:
    for name in set(one.keys()) - names:
        del one[name]


def _saved(pdf: Pdf) -> bytes:
    made = BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(made, deterministic_id=True, fix_metadata_version=False)
    return made.getvalue()
