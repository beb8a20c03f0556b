"""A photo as a camera leaves it: where, when and with what it was taken, beside the picture."""

import base64
import struct

from playwright.sync_api import Page

DEVICE = b"CanaryPhone 13"
WHEN = b"2026:11:20 22:15:00"
XMP = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>canary-street</x:xmpmeta>"
GPS = struct.pack("<6I", 51, 1, 30, 1, 26, 1)
MARKS = (b"Exif", b"http://ns.adobe.com", b"canary-street", DEVICE, WHEN, GPS, b"SECRET COMMENT")
"""What a camera writes; none of it may leave the phone."""


def photo(page: Page, width: int = 2400, height: int = 1200) -> bytes:
    """A JPEG of that size, of nothing but noise, with GPS in EXIF, XMP and a comment."""
    told: str = page.evaluate(
        """([width, height]) => {
          const canvas = document.createElement('canvas');
          Object.assign(canvas, { width, height });
          const paper = canvas.getContext('2d');
          const noise = paper.createImageData(width, height);
          for (let at = 0; at < noise.data.length; at += 1) {
            noise.data[at] = at % 4 === 3 ? 255 : 256 * Math.random();
          }
          paper.putImageData(noise, 0, 0);
          return canvas.toDataURL('image/jpeg').split(',')[1];
        }""",
        [width, height],
    )
    plain = base64.b64decode(told)
    parts = _segment(0xE1, b"Exif\0\0" + _tiff()) + _segment(0xE1, XMP)
    return plain[:2] + parts + _segment(0xFE, b"SECRET COMMENT") + plain[2:]


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Width and height, from the part of a JPEG that says so."""
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    height, width = struct.unpack(">HH", jpeg[at + 5 : at + 9])
    return width, height


def _segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def _tiff() -> bytes:
    """Model, date and time, and the place where GPS says that it was."""
    at = 8 + 2 + 3 * 12 + 4
    gps_at = at + len(DEVICE) + 1 + len(WHEN) + 1
    gps_at += gps_at % 2
    place_at = gps_at + 2 + 2 * 12 + 4
    first = _directory(
        (0x0110, 2, len(DEVICE) + 1, at),
        (0x0132, 2, len(WHEN) + 1, at + len(DEVICE) + 1),
        (0x8825, 4, 1, gps_at),
    )
    texts = (DEVICE + b"\0" + WHEN + b"\0").ljust(gps_at - at, b"\0")
    place = _directory((0x0001, 2, 2, int.from_bytes(b"N\0", "little")), (0x0002, 5, 3, place_at))
    return b"II*\0" + struct.pack("<I", 8) + first + texts + place + GPS


def _directory(*entries: tuple[int, int, int, int]) -> bytes:
    packed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return struct.pack("<H", len(entries)) + packed + struct.pack("<I", 0)
