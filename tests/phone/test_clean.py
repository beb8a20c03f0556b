"""What may be in a picture's file, and what keeps it from being sent (place, time, device)."""

import struct
import subprocess
import zlib

import pytest

from youthvoice.places import ROOT

ASK = """
import { cleaned } from './static/phone/later/clean.js';
import { readFileSync } from 'node:fs';
process.stdout.write((await cleaned(new Uint8Array(readFileSync(0)))) ?? '');
"""


def cleaned(data: bytes) -> bytes:
    """The file with nothing but a picture in it; empty for what is refused."""
    told = subprocess.run(
        ["node", "--input-type=module", "-e", ASK],
        input=data,
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    return told.stdout


def chunk(name: bytes, content: bytes) -> bytes:
    checked = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checked


def png(*more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    dots = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + dots + chunk(b"IEND", b"")


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def jpeg(*more: bytes, tail: bytes = b"") -> bytes:
    head = segment(0xE0, b"JFIF\0" + bytes(9))
    frame = segment(0xC0, bytes(9)) + segment(0xDB, bytes(65)) + segment(0xC4, bytes(20))
    scan = segment(0xDA, bytes(8)) + b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + head + b"".join(more) + frame + scan + b"\xff\xd9" + tail


@pytest.mark.parametrize("data", [png(), jpeg(), png(chunk(b"sRGB", b"\0"))])
def test_a_picture_and_nothing_else_stays_as_it_is(data: bytes) -> None:
    assert cleaned(data) == data


BESIDE = {
    "exif": jpeg(segment(0xE1, b"Exif\0\0II*\0")),
    "xmp": jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0")),
    "profile": jpeg(segment(0xE2, b"ICC_PROFILE\0")),
    "photoshop": jpeg(segment(0xED, b"Photoshop 3.0\0"), segment(0xE1, b"Exif\0\0")),
    "comment": jpeg(segment(0xFE, b"by Amina")),
    "png exif": png(chunk(b"eXIf", b"II*\0")),
    "png text": png(chunk(b"tEXt", b"Author\0Amina"), chunk(b"sRGB", b"\0")),
    "png xmp": png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0")),
    "png time": png(chunk(b"tIME", bytes(7))),
}


@pytest.mark.parametrize("data", BESIDE.values(), ids=BESIDE)
def test_whatever_else_is_in_the_file_is_left_out(data: bytes) -> None:
    assert cleaned(data) in (png(), jpeg(), png(chunk(b"sRGB", b"\0")))


REFUSED = {
    "behind the end": jpeg(tail=b"hidden"),
    "second picture behind the end": jpeg(tail=jpeg()),
    "cut off": jpeg()[:-2],
    "png tail": png() + b"hidden",
    "png cut off": png()[:-4],
    "heic": b"\0\0\0\x18ftypheic" + bytes(40),
    "nothing": b"",
    "text": b"<svg/>",
    "only a start": b"\xff\xd8",
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_followed_to_its_end_is_refused(data: bytes) -> None:
    assert cleaned(data) == b""
