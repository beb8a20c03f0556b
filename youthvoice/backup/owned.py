"""Files and folders of the owner alone, on the disk when this says so, under any umask."""

import os
from pathlib import Path

FILE, FOLDER = 0o600, 0o700


def new_file(path: Path, content: bytes = b"") -> None:
    """A file that was not there before."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE), "wb") as out:
        os.fchmod(out.fileno(), FILE)
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def new_folder(path: Path) -> None:
    """A folder that was not there before."""
    path.mkdir(mode=FOLDER)
    path.chmod(FOLDER)


def on_the_disk(path: Path) -> None:
    """What was written to this file, or was named in this folder, survives the machine."""
    opened = os.open(path, os.O_RDONLY)
    os.fsync(opened)
    os.close(opened)
