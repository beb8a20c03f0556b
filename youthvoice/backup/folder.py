"""A backup as a folder: `manifest.json`, and for each half its database and its other files."""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from youthvoice.backup.database import BackupTrouble, copy_database
from youthvoice.backup.owned import new_file, new_folder, on_the_disk

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database.db"


@dataclass(frozen=True)
class Part:
    """What one half keeps: its database, and files beside it by the name that they get."""

    half: str
    database: Path
    files: Mapping[str, Path]


@dataclass(frozen=True)
class Backup:
    """A backup whose manifest was read. `files` has the SHA-256 of each file, by its name."""

    folder: Path
    about: Mapping[str, Any]
    files: Mapping[str, str]

    @property
    def halves(self) -> set[str]:
        """The halves that are in it."""
        return {name.split("/")[0] for name in self.files}

    def check(self, half: str) -> None:
        """Every file of a half is as it was made. Raises `BackupTrouble`."""
        for name in (name for name in self.files if name.startswith(f"{half}/")):
            try:
                found = _sha256(self.folder / name)
            except OSError as wrong:
                raise _not_whole(self.folder, f"{name}: {wrong.strerror}") from None
            if found != self.files[name]:
                raise _not_whole(self.folder, f"{name} is not as it was made")

    def database(self, half: str) -> Path:
        """The database of a half."""
        return self.folder / half / DATABASE

    def beside(self, half: str) -> dict[str, bytes]:
        """The other files of a half, by name."""
        own = [name for name in self.files if name.startswith(f"{half}/")]
        names = [name for name in own if name != f"{half}/{DATABASE}"]
        return {name.removeprefix(f"{half}/"): (self.folder / name).read_bytes() for name in names}


def make_backup(folder: Path, parts: Sequence[Part], about: Mapping[str, Any]) -> None:
    """Make the folder, whole or not at all. Raises `BackupTrouble`."""
    if folder.is_symlink() or folder.exists():
        raise BackupTrouble(f"{folder} is there already. Name a folder that is not.")
    partial = folder.with_name(f"{folder.name}.{os.getpid()}.partial")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _fill(partial, parts, about)
        partial.rename(folder)
        on_the_disk(folder.parent)
    except OSError as wrong:
        raise BackupTrouble(f"{folder} cannot be written: {wrong.strerror}.") from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def read_backup(folder: Path) -> Backup:
    """The backup that is in a folder. Raises `BackupTrouble` for anything else."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        is_whole = told.pop("sha256") == _own_hash(told)
        files = {str(name): str(sha256) for name, sha256 in told["files"].items()}
        is_known = told["format"] == FORMAT
    except OSError as wrong:
        raise BackupTrouble(f"{folder} is no backup: {MANIFEST}: {wrong.strerror}.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _not_whole(folder, f"{MANIFEST} cannot be understood") from None
    if not is_whole:
        raise _not_whole(folder, f"{MANIFEST} is not as it was made")
    if not is_known:
        raise BackupTrouble(f"{folder} was made by a newer version. Install that version.")
    if not all(_is_ours(name) for name in files):
        raise _not_whole(folder, f"{MANIFEST} names a file that no backup of ours has")
    return Backup(folder, told["about"], files)


def _fill(partial: Path, parts: Sequence[Part], about: Mapping[str, Any]) -> None:
    new_folder(partial)
    for part in parts:
        new_folder(partial / part.half)
        copy_database(part.database, partial / part.half / DATABASE)
        for name, file in part.files.items():
            new_file(partial / part.half / name, file.read_bytes())
        on_the_disk(partial / part.half)
    files = {
        file.relative_to(partial).as_posix(): _sha256(file)
        for file in sorted(partial.rglob("*"))
        if file.is_file()
    }
    told = {"format": FORMAT, "about": dict(about), "files": files}
    told["sha256"] = _own_hash(told)
    new_file(partial / MANIFEST, json.dumps(told, indent=1).encode())
    on_the_disk(partial)


def _sha256(file: Path) -> str:
    with file.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()


def _own_hash(told: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _is_ours(name: str) -> bool:
    parts = name.split("/")
    return len(parts) == 2 and all(part not in ("", ".", "..") for part in parts)


def _not_whole(folder: Path, why: str) -> BackupTrouble:
    return BackupTrouble(f"{folder} is not whole ({why}). Nothing was restored. Use another one.")
