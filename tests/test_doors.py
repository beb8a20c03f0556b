"""One library, one door: what may touch a database, cryptography, HTML cleaning, the network."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from youthvoice.places import ROOT

DOORS = {
    "sqlite_utils": ("mailbox/store", "record/store"),
    "sqlite3": ("mailbox/store", "record/store", "backup/database.py"),
    "cryptography": ("envelope", "record/keys.py"),
    "hashlib": (
        *("envelope", "record", "mailbox"),
        *("backup/folder.py", "questions/model.py", "phone/kept.py"),
    ),
    "pikepdf": ("pdf",),
    "pypdfium2": ("pdf",),
    "PIL": ("pdf",),
    "bleach": ("record/letters/clean.py",),
    "httpx": ("record/mailroom/door.py", "commands/trying.py"),
    "flask": (
        "phone",
        "mailbox",
        "record",
        "outside.py",
        "inside.py",
        "edges.py",
        "commands/serving.py",
        "commands/bare.py",
    ),
    "smtplib": ("record/duty/post.py",),
    "jwt": ("mailbox/inside/door.py", "mailbox/at_hand.py", "record/mailroom/door.py"),
}
"""Library: where it may be imported, below the package."""


def imports(file: Path) -> Iterator[str]:
    """The libraries that a file names, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def trespassers(package: Path, library: str) -> list[str]:
    """Files that import a library without being its door."""
    found = [
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if library in imports(file)
    ]
    doors = DOORS[library]
    return [name for name in found if not any(_is_in(name, door) for door in doors)]


def _is_in(name: str, door: str) -> bool:
    return name == door or name.startswith(f"{door}/")


@pytest.mark.parametrize("library", DOORS)
def test_a_library_comes_in_by_its_door_alone(library: str) -> None:
    assert trespassers(ROOT / "youthvoice", library) == []


@pytest.mark.parametrize("library", DOORS)
def test_somebody_who_comes_in_elsewhere_is_found(tmp_path: Path, library: str) -> None:
    (tmp_path / "elsewhere.py").write_text(f"def f():\n    from {library} import x\n")
    assert trespassers(tmp_path, library) == ["elsewhere.py"]


def test_the_mailbox_cannot_reach_a_private_key() -> None:
    """Promise 3: nothing that opens, signs or derives can be imported there."""
    opening = ("opening", "seal", "keys", "invitation", "keyset", "place", "words")
    for file in (ROOT / "youthvoice" / "mailbox").rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        named = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not named & {f"youthvoice.envelope.{module}" for module in opening}, file.name
