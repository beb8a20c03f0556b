"""A long passage is said in parts: no voice is asked for more than it takes at once."""

import json
import subprocess

import pytest

from youthvoice.places import ROOT

ASK = """
import { cuts } from './static/phone/later/passages.js';
import { readFileSync } from 'node:fs';
const [text, longest] = JSON.parse(readFileSync(0));
const parts = cuts(text, longest).map(({ from, to }) => text.slice(from, to));
process.stdout.write(JSON.stringify(parts));
"""


def parts(text: str, longest: int) -> list[str]:
    asked = json.dumps([text, longest]).encode()
    command = ["node", "--input-type=module", "-e", ASK]
    told = subprocess.run(command, input=asked, capture_output=True, cwd=ROOT, check=True)
    found: list[str] = json.loads(told.stdout)
    assert "".join(found) == text, "every word is said, and once"
    assert all(0 < len(part.encode("utf-16-le")) // 2 <= longest for part in found)
    return found


CUT = {
    "a short one stays whole": ("One. Two.", 20, ["One. Two."]),
    "nothing is nothing": ("", 20, []),
    "after a sentence": ("One here. Two there. Three.", 22, ["One here. Two there. ", "Three."]),
    "after a quoted one": ("“No!” She left at once.", 12, ["“No!” ", "She left at ", "once."]),
    "after a line": ("One\nTwo three", 8, ["One\n", "Two ", "three"]),
    "after a word": ("one two three", 8, ["one two ", "three"]),
    "within a word": ("abcdefgh", 3, ["abc", "def", "gh"]),
    "never within a character": ("ab😀cd", 3, ["ab", "😀c", "d"]),
    "in Arabic": ("هل أنت بخير؟ نعم أنا بخير", 16, ["هل أنت بخير؟ ", "نعم أنا بخير"]),
}


@pytest.mark.parametrize(("text", "longest", "expected"), CUT.values(), ids=CUT)
def test_a_passage_is_cut(text: str, longest: int, expected: list[str]) -> None:
    assert parts(text, longest) == expected


def test_a_letter_of_many_pages_is_said_in_parts_that_androids_voice_takes() -> None:
    assert len(parts("What we will do is written here. " * 700, 2_000)) == 12
