"""The process that reads PDFs: little memory, little time, one answer, whatever it is given."""

import json
import random
import subprocess
import sys

import pytest

from tests import pdfs
from tests.pdf.drawing import A_LINE, drawn, text
from youthvoice.pdf import reading
from youthvoice.pdf.__main__ import answer

WRONG = {
    "locked": pdfs.locked(),
    "many_pages": pdfs.pdf(*["A page of it"] * 151),
    "heavy": drawn("".join(text(A_LINE, y=y) for y in range(30, 800, 12))),
    "broken": pdfs.circle(),
    "long": drawn(*[text(A_LINE)] * 3),
}


@pytest.mark.parametrize("code", WRONG)
def test_what_cannot_be_read_is_one_word_for_why(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_CHARACTERS", 100)
    monkeypatch.setattr(reading, "MOST_LETTERS", 1000)
    assert answer(WRONG[code]) == {"wrong": code}


def test_no_change_to_a_pdf_makes_more_of_it_than_pages_or_a_reason() -> None:
    """Promise 9, for files: 60 mutants."""
    good, chance = pdfs.pdf("Some words (and more)", "A second page"), random.Random(9)
    seen = set()
    for n in range(60):
        mutant = bytearray(good)
        for _ in range(chance.randint(1, 4)):
            mutant[chance.randrange(len(mutant))] = chance.randrange(256)
        told = answer(bytes(mutant[: chance.randint(20, len(mutant))] if n % 4 == 0 else mutant))
        seen |= set(told)
    assert seen == {"pages", "copy", "wrong"}


def test_the_process_knows_nothing_of_ours() -> None:
    code = "import sys; import youthvoice.pdf.__main__, youthvoice.pdf.reading; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True)
    ours = {name for name in done.stdout.decode().split() if name.startswith("youthvoice")}
    assert {name.split(".")[1] for name in ours if "." in name} == {"pdf"}
    assert "flask" not in done.stdout.decode().split()


def run(data: bytes, *what: str) -> bytes:
    command = [sys.executable, "-I", "-m", "youthvoice.pdf", *what]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def test_it_answers_with_pages_or_with_a_picture() -> None:
    data = pdfs.pdf("Something that was written")
    told = json.loads(run(data, "read"))
    assert told["pages"] == [{"paragraphs": ["Something that was written"], "doubts": []}]
    assert run(data, "picture", "1").startswith(b"\x89PNG")
    assert run(data, "picture", "2") == b""
    assert run(b"nothing", "picture", "1") == b""
