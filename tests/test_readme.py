"""What the README says is so."""

import re

import pytest

from youthvoice.places import ROOT
from youthvoice.questions.model import N_, Question
from youthvoice.questions.views import VIEWS

README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def test_its_question_is_the_question() -> None:
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code
    assert eval(code[1], {"Question": Question, "N_": N_}) == VIEWS.question("good-proud")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ([a-z]+)", README))))
def test_its_commands_are_there(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([^)]+)\)", README))))
def test_its_pictures_are_there(path: str) -> None:
    assert (ROOT / path).is_file()


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:youthvoice|static|templates|tests)/[\w./]+)`", README)))
)
def test_its_folders_are_there(path: str) -> None:
    assert (ROOT / path).exists()
