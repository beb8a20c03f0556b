"""PDFs for tests, written by hand: ordinary ones, and ones that mean harm."""

import zlib
from io import BytesIO

from pypdf import PdfReader, PdfWriter

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(*pages: str, more: bytes = b"") -> bytes:
    """A page for each text, a line for each of its lines; `more` stands after the end."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        FONT,
    ]
    for n, text in enumerate(pages):
        objects += [_page(5 + 2 * n), _stream(_drawn(text))]
    return _file(objects) + more


def scan() -> bytes:
    """A page on which there is nothing but a line."""
    return _one_stream(b"0 0 m 100 100 l S")


def locked(password: str = "secret") -> bytes:
    """One that asks for a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("A report that nobody can open"))))
    writer.encrypt(password, algorithm="AES-256")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def swallower() -> bytes:
    """A page of a few hundred kilobytes that unfolds to 400 MB of words."""
    packer = zlib.compressobj(9)
    words = b"BT /F1 12 Tf (" + b"a" * 1_000_000 + b") Tj ET\n"
    packed = b"".join(packer.compress(words) for _ in range(400)) + packer.flush()
    return _one_stream(packed, b"/Filter /FlateDecode")


def circle() -> bytes:
    """A tree of pages that leads back to itself."""
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>",
        ]
    )


def _one_stream(content: bytes, how: bytes = b"") -> bytes:
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            FONT,
            _page(5),
            _stream(content, how),
        ]
    )


def _page(content: int) -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R"
        " /Resources << /Font << /F1 3 0 R >> >> >>"
    ).encode()


def _drawn(text: str) -> bytes:
    lines = [line.replace("\\", "\\\\").replace("(", "\\(") for line in text.split("\n")]
    shown = "".join(f"({line.replace(')', chr(92) + ')')}) Tj T*\n" for line in lines)
    return f"BT /F1 12 Tf 14 TL 50 800 Td\n{shown}ET".encode("cp1252")


def _stream(content: bytes, how: bytes = b"") -> bytes:
    head = f"<< /Length {len(content)} ".encode() + how + b" >>"
    return head + b"\nstream\n" + content + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    made, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + rows
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return made + table + end % (len(objects) + 1, len(made))
