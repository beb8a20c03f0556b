"""A recording's own length, written into it on the phone so that staff can go back and forth."""

import struct
import subprocess

import pytest

from youthvoice.places import ROOT

ASK = """
import { withLength } from './static/phone/later/webm.js';
import { readFileSync } from 'node:fs';
process.stdout.write(await withLength(new Uint8Array(readFileSync(0)), 2500));
"""
START = b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01" + b"\xff" * 7
SCALE = b"\x2a\xd7\xb1\x83\x0f\x42\x40"
REST = b"\x16\x54\xae\x6b\x80" + bytes(range(256))
LENGTH = b"\x44\x89\x88" + struct.pack(">d", 2500)
INFO = b"\x15\x49\xa9\x66"


def with_length(start: bytes) -> bytes:
    told = subprocess.run(
        ["node", "--input-type=module", "-e", ASK],
        input=start,
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    return told.stdout


@pytest.mark.parametrize("size", [b"\x87", b"\x40\x07", b"\x01\0\0\0\0\0\0\x07"], ids=len)
def test_the_length_stands_in_it_and_all_else_is_as_it_was(size: bytes) -> None:
    after = INFO + b"\x01" + (7 + 11).to_bytes(7, "big") + SCALE + LENGTH
    assert with_length(START + INFO + size + SCALE + REST) == START + after + REST


def test_a_length_that_was_left_open_is_filled_in() -> None:
    """As Firefox writes it."""
    left_open = INFO + b"\x92" + SCALE + LENGTH[:3] + bytes(8)
    assert with_length(START + left_open + REST) == START + INFO + b"\x92" + SCALE + LENGTH + REST


UNTOUCHED = {
    "one that says its length": START + INFO + b"\x92" + SCALE + LENGTH[:-1] + b"\7" + REST,
    "one cut off": START + INFO + b"\x87" + SCALE[:3],
    "one of unknown size": START + INFO + b"\x01" + b"\xff" * 7 + SCALE + REST,
    "mp4": b"\0\0\0\x18ftypmp42" + bytes(64),
    "nothing": b"",
}


@pytest.mark.parametrize("start", UNTOUCHED.values(), ids=UNTOUCHED)
def test_what_we_do_not_understand_stays_as_it_is(start: bytes) -> None:
    assert with_length(start) == start
