"""What the program keeps is its owner's alone: nobody else on the machine reads a byte of it.

Two belts, because each holds where the other does not. Every command calls `from_now_on` first, so
that the system withholds the rights of everybody else in the very call that makes a file, whoever
makes it: SQLite, a library, a process that we start. And each place that keeps something names it
here before it opens it, so that this holds without a command too, and for files from before.
"""

import os
import stat
from pathlib import Path

FILE, FOLDER = 0o600, 0o700
BESIDE_A_DATABASE = ("", "-wal", "-shm", "-journal", ".lock", ".in-use")
"""SQLite makes its own with the mode that the database has at that moment."""

EVERYBODY_ELSE = 0o077
STRANGERS = 0o007


class ReadableByOthers(PermissionError):  # noqa: N818 - it says what is the matter
    """Others can read it and we may not change that. `str` is a sentence for people."""


def from_now_on() -> None:
    """Whatever this process and those that it starts make is theirs alone."""
    os.umask(EVERYBODY_ELSE)


def database(path: Path) -> None:
    """To be called before SQLite opens it: the file is there, and is ours alone.

    So is what lies beside it from before. Raises `OSError`, `ReadableByOthers` among them.
    """
    tighten(*(path.with_name(path.name + ending) for ending in BESIDE_A_DATABASE))
    path.touch(mode=FILE)


def folder(path: Path) -> None:
    """The folder is there, ours alone if it is we who made it. Raises `OSError`.

    Somebody may have named one that holds other things; what we put in it is ours alone anyway.
    """
    path.mkdir(parents=True, exist_ok=True, mode=FOLDER)


def tighten(*paths: Path) -> None:
    """Files and folders of ours that may be from before. What is not there is passed over.

    Raises `OSError`, `ReadableByOthers` among them.
    """
    for path in paths:
        _tighten_if_there(path)


def write(file: Path, content: bytes) -> None:
    """Whole or not at all, on the disk when this returns."""
    new = file.with_name(file.name + ".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)
    parent = os.open(file.parent, os.O_RDONLY)
    os.fsync(parent)
    os.close(parent)


def _tighten_if_there(path: Path) -> None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return
    mode = stat.S_IMODE(found.st_mode)
    is_ours = os.geteuid() in (0, found.st_uid)
    if is_ours and mode & EVERYBODY_ELSE:
        path.chmod(mode & ~EVERYBODY_ELSE)
    elif not is_ours and mode & STRANGERS:
        raise ReadableByOthers(
            f"everybody on this machine can read {path}, and it is not ours to change:"
            " its owner must take that from others (chmod o-rwx)"
        )
