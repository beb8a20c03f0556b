"""`docs/faults.md` names for each fault the test that would find it again; each of them exists."""

import re
from collections.abc import Iterator
from pathlib import Path

from youthvoice.places import ROOT

FAULTS = (ROOT / "docs" / "faults.md").read_text("utf-8")
NAMED = re.compile(r"`(?P<file>[\w./-]+\.py)?(?:::(?P<test>test_\w+))?[^`]*`")


def named(text: str) -> Iterator[tuple[str, str]]:
    """File and test for each that is named; a file alone, and `::test` for the file named last."""
    file = ""
    for found in NAMED.finditer(text):
        file = found["file"] or file
        if file and (found["file"] or found["test"]):
            yield file, found["test"] or ""


def is_there(file: str, test: str) -> bool:
    """Whether a file of that name has a test whose name begins so."""
    texts = [one.read_text("utf-8") for one in files(file)]
    return any(re.search(rf"def {test}", text) for text in texts) if test else bool(texts)


def files(name: str) -> list[Path]:
    """By its path from the top, or from the tests; else by its name alone."""
    tests = ROOT / "tests"
    exact = [path for path in (ROOT / name, tests / name) if path.exists()]
    return exact or list(tests.rglob(Path(name).name))


def test_every_test_that_is_named_exists() -> None:
    rows = [line for line in FAULTS.splitlines() if line.startswith("| ")]
    missing = [one for row in rows for one in named(row) if not is_there(*one)]
    assert missing == []


def test_every_kind_has_a_row_and_every_row_names_a_test() -> None:
    for part in FAULTS.split("\n## ")[1:]:
        rows = [line for line in part.splitlines() if line.startswith("| ")][1:]
        assert rows, part.splitlines()[0]
        assert [row for row in rows if not any(test or file for file, test in named(row))] == []


def test_a_test_that_is_not_there_is_missed() -> None:
    assert not is_there("tests/test_faults.py", "test_" + "nothing_of_the_kind")
    assert not is_there("tests/test_nowhere.py", "")
