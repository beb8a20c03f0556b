"""`backup` and `restore`: whole, the owner's alone, of one moment, never over anything."""

import os
import re
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from youthvoice.commands import main
from youthvoice.commands.in_use import in_use
from youthvoice.mailbox import open_store as open_mailbox
from youthvoice.record.keys import KeyFolder, make_keys, rotate
from youthvoice.record.staff import add_staff, all_staff
from youthvoice.record.store import open_store

WRITERS = 8


def settings_in(folder: Path) -> dict[str, str]:
    return {
        "YOUTHVOICE_RECORD_DATABASE": str(folder / "record.db"),
        "YOUTHVOICE_KEYS": str(folder / "keys"),
        "YOUTHVOICE_MAILBOX_DATABASE": str(folder / "mailbox.db"),
    }


def run(folder: Path, *words: str, **more: str) -> Result:
    return CliRunner().invoke(main, list(words), env=settings_in(folder) | more)


def refused(done: Result) -> str:
    assert done.exit_code != 0
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert re.fullmatch(r"Error: [^\n]+\.\n", done.stderr), done.stderr
    return done.stderr


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A machine with both halves on it, and two people in the record."""
    folder = tmp_path / "here"
    make_keys(folder / "keys", "example")
    store = open_store(folder / "record.db")
    add_staff(store, "Grace Adeyemi (sample)", "worker")
    store.close()
    open_mailbox(folder / "mailbox.db").close()
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path / "empty"


def names_in(folder: Path) -> list[str]:
    store = open_store(folder / "record.db")
    try:
        return [one.name for one in all_staff(store)]
    finally:
        store.close()


def test_an_empty_machine_is_restored_by_the_commands_alone(here: Path, empty: Path) -> None:
    kept = here.parent / "backup"
    assert run(here, "backup", str(kept)).exit_code == 0
    done = run(empty, "restore", str(kept))
    assert done.exit_code == 0, done.stderr
    assert names_in(empty) == ["Grace Adeyemi (sample)"]
    assert KeyFolder.load(empty / "keys").root == KeyFolder.load(here / "keys").root
    open_mailbox(empty / "mailbox.db").close()


def test_restored_keys_are_newer_than_any_that_phones_have_seen(here: Path, empty: Path) -> None:
    kept = here.parent / "backup"
    run(here, "backup", str(kept))
    for _ in range(3):
        seen = rotate(here / "keys").serial
    run(empty, "restore", str(kept))
    assert KeyFolder.load(empty / "keys").current.serial > seen
    before = KeyFolder.load(here / "keys").operational
    assert KeyFolder.load(empty / "keys").opening.keys() & before.keys(), "the older ones open"


def test_it_is_the_owners_alone_whatever_the_umask(here: Path, empty: Path) -> None:
    kept = here.parent / "backup"
    before = os.umask(0)
    try:
        run(here, "backup", str(kept))
        run(empty, "restore", str(kept))
    finally:
        os.umask(before)
    made = [kept, *kept.rglob("*"), *empty.rglob("*")]
    assert len(made) > 10
    assert {str(one): oct(one.stat().st_mode & 0o077) for one in made} == {
        str(one): "0o0" for one in made
    }


@pytest.mark.parametrize("half", ["record", "mailbox"])
def test_one_half_alone(here: Path, empty: Path, half: str) -> None:
    kept = here.parent / "backup"
    assert run(here, "backup", str(kept), "--half", half).exit_code == 0
    assert run(empty, "restore", str(kept)).exit_code == 0
    other = {"record": "mailbox", "mailbox": "record"}[half]
    assert (empty / f"{half}.db").exists()
    assert not (empty / f"{other}.db").exists()
    assert "no " + other in refused(run(empty, "restore", str(kept), "--half", other))


def test_what_runs_is_copied_as_of_one_moment(here: Path, empty: Path) -> None:
    """Eight write pairs; no copy has half a pair, or anything that was not committed."""
    store = open_store(here / "record.db")
    stop = threading.Event()

    def write(which: int) -> None:
        at = 0
        while not stop.is_set():
            with store.write():
                add_staff(store, f"{which}-{at} left", "worker")
                add_staff(store, f"{which}-{at} right", "worker")
            at += 1

    writers = [threading.Thread(target=write, args=(one,)) for one in range(WRITERS)]
    for one in writers:
        one.start()
    try:
        copies = [here.parent / f"backup-{at}" for at in range(5)]
        done = [run(here, "backup", str(copy)) for copy in copies]
    finally:
        stop.set()
        for one in writers:
            one.join()
        store.close()
    assert [one.exit_code for one in done] == [0] * 5
    sizes = []
    for copy in copies:
        with sqlite3.connect(copy / "record" / "database.db") as found:
            names = [row[0] for row in found.execute("SELECT name FROM staff")]
        found.close()
        pairs = [name.rsplit(" ", 1)[0] for name in names if name.endswith(("left", "right"))]
        assert all(pairs.count(pair) == 2 for pair in set(pairs))
        sizes.append(len(pairs))
    assert sizes == sorted(sizes)
    assert sizes[-1] > 0, "nobody wrote"


def test_the_newest_is_in_it_though_the_log_was_not_played(here: Path, empty: Path) -> None:
    """A copy of the file alone lacks it: that is what people did, and lost."""
    store = open_store(here / "record.db")
    add_staff(store, "the newest", "chair")
    assert (here / "record.db-wal").stat().st_size
    assert b"the newest" not in (here / "record.db").read_bytes()
    run(here, "backup", str(here.parent / "backup"))
    store.close()
    run(empty, "restore", str(here.parent / "backup"))
    assert "the newest" in names_in(empty)


def test_nothing_is_overwritten(here: Path, empty: Path) -> None:
    kept = here.parent / "backup"
    run(here, "backup", str(kept))
    assert "is there already" in refused(run(here, "backup", str(kept)))
    for left in ("record.db", "record.db-wal", "mailbox.db", "mailbox.db-shm"):
        (empty / left).parent.mkdir(exist_ok=True)
        (empty / left).write_bytes(b"somebody's")
        assert left in refused(run(empty, "restore", str(kept)))
        assert (empty / left).read_bytes() == b"somebody's"
        (empty / left).unlink()
        assert list(empty.iterdir()) == []


def test_keys_that_are_there_stay_and_others_are_refused(here: Path, empty: Path) -> None:
    kept = here.parent / "backup"
    run(here, "backup", str(kept), "--half", "record")
    newer = rotate(here / "keys").serial
    (here / "record.db").unlink()
    assert run(here, "restore", str(kept)).exit_code == 0
    assert KeyFolder.load(here / "keys").current.serial == newer
    make_keys(empty / "keys", "example")
    assert "other keys" in refused(run(empty, "restore", str(kept)))
    assert not (empty / "record.db").exists()


@pytest.mark.parametrize("half", ["record", "mailbox"])
def test_it_refuses_while_the_half_runs(here: Path, empty: Path, half: str) -> None:
    kept = here.parent / "backup"
    run(here, "backup", str(kept))
    empty.mkdir()
    with in_use(empty / f"{half}.db", alone=half == "record"):
        assert "in use" in refused(run(empty, "restore", str(kept)))
    assert not (empty / f"{half}.db").exists()
    assert run(empty, "restore", str(kept), "--half", half).exit_code == 0


def damaged(kept: Path) -> Iterator[tuple[str, Path]]:
    yield "changed", kept / "record" / "database.db"
    yield "missing", kept / "record" / "root.pem"
    yield "changed", kept / "mailbox" / "database.db"
    yield "changed", kept / "manifest.json"
    yield "missing", kept / "manifest.json"


@pytest.mark.parametrize("which", range(5))
def test_every_hash_is_looked_at_before_anything_is_written(
    here: Path, empty: Path, which: int
) -> None:
    kept = here.parent / "backup"
    run(here, "backup", str(kept))
    how, file = list(damaged(kept))[which]
    if how == "missing":
        file.unlink()
    else:
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    refused(run(empty, "restore", str(kept)))
    assert not empty.exists() or list(empty.iterdir()) == []


def test_a_damaged_database_is_never_taken_for_a_backup(here: Path) -> None:
    content = bytearray((here / "record.db").read_bytes())
    content[4096:8192] = bytes(4096)
    (here / "record.db").write_bytes(content)
    refused(run(here, "backup", str(here.parent / "backup"), "--half", "record"))
    assert [one.name for one in here.parent.iterdir()] == ["here"]


def test_mistakes_are_told_in_a_sentence(here: Path, empty: Path) -> None:
    unset = dict.fromkeys(settings_in(here), "")
    assert "_DATABASE is not set" in refused(run(here, "backup", "x", **unset))
    assert "no database at" in refused(run(empty, "backup", str(empty / "b")))
    assert "is no backup" in refused(run(here, "restore", str(here)))
    refused(run(here, "backup", "/proc/nowhere/backup"))
    assert not empty.exists() or list(empty.iterdir()) == []


KILL = """
import os, signal, sys
from youthvoice.backup import {module}
from youthvoice.commands import main, putting_back
def die(*_a, **_k):
    os.kill(os.getpid(), signal.SIGKILL)
{patch}
main()
"""
MOMENTS = {
    "backup before the manifest": ("folder", "import json\nfolder.json.dumps = die"),
    "backup before its name": ("folder", "folder.Path.rename = die"),
    "restore between the keys and the database": ("folder", "putting_back._put_database = die"),
    "restore before it has its name": ("folder", "putting_back.open_record = die"),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_kill_leaves_nothing_half(here: Path, empty: Path, moment: str) -> None:
    """What has the name is whole; and the same command again does it."""
    kept, verb = here.parent / "backup", moment.split(maxsplit=1)[0]
    if verb == "restore":
        run(here, "backup", str(kept))
    module, patch = MOMENTS[moment]
    folder = here if verb == "backup" else empty
    command = [sys.executable, "-c", KILL.format(module=module, patch=patch), verb, str(kept)]
    killed = subprocess.run(command, env=os.environ | settings_in(folder), check=False)
    assert killed.returncode == -signal.SIGKILL
    left = kept if verb == "backup" else empty / "record.db"
    assert not left.exists()
    assert all(not one.stat().st_mode & 0o077 for one in here.parent.glob("backup*"))
    for one in empty.glob("mailbox.db*"):
        one.unlink()
    assert run(folder, verb, str(kept)).exit_code == 0
    assert names_in(folder) == ["Grace Adeyemi (sample)"]


def test_a_second_record_on_the_same_file_does_not_start(here: Path) -> None:
    more = {
        "YOUTHVOICE_MAILBOX_URL": "http://127.0.0.1:9",
        "YOUTHVOICE_PHONE_URL": "https://phone.example",
        "YOUTHVOICE_INSIDE_URL": "https://record.example",
        "YOUTHVOICE_COUNCIL": "example",
        "YOUTHVOICE_COUNCIL_NAME": "Example Council",
        "YOUTHVOICE_SECRET_KEY": "x" * 32,
    }
    with in_use(here / "record.db", alone=True):
        assert "in use by another youthvoice" in refused(run(here, "inside", **more))
    assert stat.S_IMODE((here / "record.db.in-use").stat().st_mode) == 0o600
