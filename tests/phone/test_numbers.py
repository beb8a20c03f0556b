"""What a phone dials for a number that came with an invitation."""

import json
import subprocess

import pytest

from youthvoice.places import ROOT

ASK = """
import { dialled } from './static/phone/show/help.js';
import { readFileSync } from 'node:fs';
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0)).map(dialled)));
"""
TOLD = [
    ({"number": "020 7946 0101", "call": "+442079460101", "text": ""}, ["+442079460101", ""]),
    ({"number": "85258", "call": "", "text": "85258"}, ["", "85258"]),
]
"""As the record tells it."""
BEFORE = [
    ({"number": "020 7946 0101"}, ["02079460101", ""]),
    ({"number": "+44 (0)20 7946 0101"}, ["+442079460101", ""]),
    ({"number": "0044 (0)7400 123456"}, ["+447400123456", "+447400123456"]),
    ({"number": "(0)20 7946 0101"}, ["02079460101", ""]),
    ({"number": "07400 123456"}, ["07400123456", "07400123456"]),
    ({"number": "999", "call": "", "text": ""}, ["999", ""]),
]
"""As it lies on a phone that got it before, or of a record that does not understand it."""


@pytest.mark.parametrize(("told", "expected"), TOLD + BEFORE)
def test_what_is_dialled(told: dict[str, str], expected: list[str]) -> None:
    asked = json.dumps([{"name": "Duty team", **told}]).encode()
    command = ["node", "--input-type=module", "-e", ASK]
    said = subprocess.run(command, input=asked, capture_output=True, cwd=ROOT, check=True)
    [found] = json.loads(said.stdout)
    assert [found["call"], found["text"]] == expected
