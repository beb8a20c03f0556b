"""What a half keeps is put back: all of it, or nothing that has a name."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from youthvoice.backup import Backup, BackupTrouble
from youthvoice.backup.owned import new_file, new_folder, on_the_disk
from youthvoice.commands.in_use import in_use
from youthvoice.commands.kept import Files
from youthvoice.mailbox.store import open_store as open_mailbox
from youthvoice.record.epochs.begin import begin_epoch
from youthvoice.record.keys import rotate
from youthvoice.record.store import open_store as open_record
from youthvoice.settings import MailboxFiles, RecordFiles

BESIDE = ("", "-wal", "-shm", "-journal")
"""What a database leaves: a log of its own would be played into the one that is put back."""
KEY_SET = "keyset.json"


def refuse_to_overwrite(half: str, files: Files) -> None:
    """Raises `BackupTrouble` where there is a database already, or keys of somebody else."""
    database = _database(files)
    for end in BESIDE:
        there = database.with_name(database.name + end)
        if there.exists():
            raise BackupTrouble(
                f"{there} is there already. Move it away first: nothing is overwritten."
            )


def put_back(backup: Backup, files: Files) -> None:
    """Put one half back. Its database gets its name when everything else is there."""
    database = _database(files)
    _make_room(database)
    with in_use(database, alone=True):
        try:
            if isinstance(files, RecordFiles):
                _put_keys(files.keys, backup.beside("record"))
                _put_database(backup.database("record"), database, prepare_record)
            else:
                _put_database(backup.database("mailbox"), database, prepare_mailbox)
        except OSError as wrong:
            raise BackupTrouble(f"{wrong.filename} cannot be written: {wrong.strerror}.") from None


def prepare_record(database: Path) -> None:
    """Bring it up to date, and begin a new epoch."""
    store = open_record(database)
    try:
        begin_epoch(store)
    finally:
        store.close()


def prepare_mailbox(database: Path) -> None:
    """Bring it up to date, and begin a new epoch."""
    store = open_mailbox(database)
    try:
        store.epochs.begin()
    finally:
        store.close()


def _database(files: Files) -> Path:
    return files.mailbox_database if isinstance(files, MailboxFiles) else files.record_database


def _make_room(database: Path) -> None:
    try:
        database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as wrong:
        raise BackupTrouble(f"{database.parent} cannot be made: {wrong.strerror}.") from None


def _put_database(source: Path, database: Path, prepare: Callable[[Path], None]) -> None:
    making = database.with_name(f"{database.name}.restoring")
    _remove(making)
    try:
        new_file(making)
        shutil.copyfile(source, making)
        prepare(making)
        on_the_disk(making)
        making.rename(database)
    finally:
        _remove(making)
    on_the_disk(database.parent)


def _remove(making: Path) -> None:
    """It, and whatever a database of that name leaves beside it."""
    for end in (*BESIDE, ".lock"):
        making.with_name(making.name + end).unlink(missing_ok=True)


def _put_keys(folder: Path, keys: Mapping[str, bytes]) -> None:
    """The keys of the backup, renewed; those that are there stay if they hold all of these."""
    if folder.exists() and any(folder.iterdir()):
        _check_same(folder, keys)
        return
    making = folder.with_name(f"{folder.name}.restoring")
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.rmtree(making, ignore_errors=True)
    try:
        _fill(making, keys)
        if folder.exists():
            folder.rmdir()
        making.rename(folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    on_the_disk(folder.parent)


def _fill(making: Path, keys: Mapping[str, bytes]) -> None:
    new_folder(making)
    for name, content in keys.items():
        new_file(making / name, content)
    rotate(making, restored=True)


def _check_same(folder: Path, keys: Mapping[str, bytes]) -> None:
    lasting = {name: key for name, key in keys.items() if name not in (KEY_SET, "operational.pem")}
    for name, content in lasting.items():
        file = folder / name
        if not file.is_file() or file.read_bytes() != content:
            raise BackupTrouble(
                f"{folder} has other keys than the backup ({name}). Move that folder away first."
            )
