"""PDFs for tests drawn by hand: one page, its content stream, and what lies around it."""

import random
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

A_LINE = "Robin is in school every day and is doing well in art."
SECRET = "Kit Marlowe of 12 Vine Street"
A4 = (0, 0, 595, 842)


def text(words: str, x: float = 72, y: float = 700, size: float = 11, more: str = "") -> str:
    """Drawing it there; `more` stands before it, within the same text."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {more} /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def drawn(content: str, *pages: str, change: object = None) -> bytes:
    """A file with a page for each content stream; `change(pdf)` is called before it is saved."""
    pdf = Pdf.new()
    font = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )
    )  # fmt: skip
    for one in (content, *pages):
        page = pdf.add_blank_page(page_size=A4[2:])
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = pdf.make_stream(one.encode("cp1252"))
    if callable(change):
        change(pdf)
    return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    made = BytesIO()
    pdf.save(made, compress_streams=False)
    return made.getvalue()


def picture_on(pdf: Pdf, shade: int = 128) -> None:
    """The first page can draw `/Im`: one grey point."""
    image = pdf.make_stream(bytes([shade]))
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width = image.Height = 1
    image.BitsPerComponent, image.ColorSpace = 8, Name.DeviceGray
    pdf.pages[0].Resources.XObject = Dictionary(Im=image)


def noise_on(pdf: Pdf) -> None:
    """The first page shows a picture of 250 kB that cannot be packed."""
    picture_on(pdf)
    image = pdf.pages[0].Resources.XObject.Im
    image.Width, image.Height = 500, 500
    image.write(random.Random(1).randbytes(250_000))
    drawing = pdf.pages[0].Contents.read_bytes() + b"q 50 0 0 50 72 300 cm /Im Do Q\n"
    pdf.pages[0].Contents = pdf.make_stream(drawing)


def note_on(pdf: Pdf, kind: str, **more: object) -> None:
    """Something lies on the first page."""
    note = Dictionary(
        Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[300, 300, 400, 320], F=4, **more
    )
    pdf.pages[0].Annots = pdf.make_indirect(Array([pdf.make_indirect(note)]))


def see_through(pdf: Pdf) -> None:
    """The first page can draw with `/G0`, of which nothing is seen."""
    pdf.pages[0].Resources.ExtGState = Dictionary(G0=Dictionary(ca=0, CA=0))


def layer_off(pdf: Pdf) -> None:
    """The first page can draw into the layer `/L`, which nobody sees."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
    pdf.pages[0].Resources.Properties = Dictionary(L=layer)
    pdf.Root.OCProperties = Dictionary(
        OCGs=[layer], D=Dictionary(OFF=[layer], Order=[layer], BaseState=Name.ON)
    )


def older_version(now: str, before: str) -> bytes:
    """A file that was changed by adding to its end: what it said before is still in it."""
    first = drawn(text(before))
    with pikepdf.open(BytesIO(first)) as pdf:
        number = pdf.pages[0].Contents.objgen[0]
    stream = text(now).encode("cp1252")
    at = len(first) + 1
    added = b"\n%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        number, len(stream), stream,
    )  # fmt: skip
    old_table = first.rsplit(b"startxref", 1)[1].split()[0]
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 99 /Root 1 0 R /Prev %s >>\n" % (
        number, at, old_table,
    )  # fmt: skip
    end = b"startxref\n%d\n%%%%EOF\n" % (len(first) + len(added))
    return first + added + table + end
