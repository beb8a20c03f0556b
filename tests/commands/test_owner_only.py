"""Every file that any command ever makes is its owner's alone: at work, afterwards, after a kill.

The commands are those that there are: a new one is among them by itself. Should it ask for
something that nobody here knows, its test says so.
"""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import click
import pytest

from tests.commands.watching import OTHERS, Watched
from youthvoice import owner_only
from youthvoice.commands import main
from youthvoice.mailbox import open_store as open_mailbox
from youthvoice.owner_only import ReadableByOthers
from youthvoice.record.keys import KeyFolder, KeyTrouble, make_keys
from youthvoice.record.store import open_store as open_record

UMASKS = (0o000, 0o022)
WORKER = "Grace Adeyemi (sample)"


def leaves(group: click.Group, *above: str) -> Iterator[tuple[str, click.Command]]:
    """Every command with its whole name."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, *above, name)
        else:
            yield " ".join((*above, name)), command


COMMANDS = dict(leaves(main))
GIVEN = {
    "keys new": {"folder": "more/keys", "council": "more"},
    "staff add": {"name": "Siân Hughes (sample)"},
    "backup": {"folder": "backups/one", "half": "record"},
    "restore": {"folder": "backups/one", "half": "record"},
    "": {"folder": "keys", "escrow": "keys-escrow/escrow.pem", "name": WORKER, "data": "data"},
}
"""What each command is given by the name of what it asks for; under no name, what all are given."""

FIRST = {
    "staff link": ("staff add",),
    "staff list": ("staff add",),
    "backup": ("staff add",),
    "restore": ("staff add", "backup"),
}
"""What must have been done before."""


class Served:
    """Where both halves are to answer, and how one knows that a command that serves is at work."""

    def __init__(self) -> None:
        with socket.socket() as one, socket.socket() as other:
            one.bind(("127.0.0.1", 0))
            other.bind(("127.0.0.1", 0))
            self.outside, self.inside = one.getsockname()[1], other.getsockname()[1]

    def at_work(self, command: str, watched: Watched) -> Callable[[], bool] | None:
        """None for a command that ends by itself."""
        return {
            "outside": lambda: _is_well(self.outside),
            "inside": lambda: _is_well(self.inside) and (watched.place / "record.db-wal").exists(),
            "try": lambda: "Ctrl-C stops both." in watched.said(),
        }.get(command)


def _is_well(port: int) -> bool:
    asked = HTTPConnection("127.0.0.1", port)
    try:
        asked.request("GET", "/healthz")
        return asked.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        asked.close()


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "keys"
    make_keys(folder, "sample")
    return folder.parent


Run = Callable[..., Watched]


@pytest.fixture
def run(tmp_path: Path, keys: Path) -> Iterator[Run]:
    """Runs a command by its whole name, in a folder in which there are keys."""
    place, served, runs = tmp_path / "place", Served(), []
    shutil.copytree(keys, place)

    def start(command: str, umask: int, **given: str) -> Watched:
        words = [*command.split(), *arguments(command, served, given)]
        runs.append(Watched(place, words, umask, settings(place, served)))
        runs[-1].served = served  # type: ignore[attr-defined]
        return runs[-1]

    yield start
    for one in runs:
        one.close()


def arguments(command: str, served: Served, given: dict[str, str]) -> Iterator[str]:
    known = {"port": str(served.outside), "inside_port": str(served.inside)}
    known |= GIVEN[""] | GIVEN.get(command, {}) | given
    for asked in COMMANDS[command].params:
        assert asked.name
        if not asked.required and asked.name not in known:
            continue
        if isinstance(asked, click.Option):
            yield asked.opts[0]
        if asked.name not in known and isinstance(asked.type, click.Choice):
            yield str(asked.type.choices[0])
        else:
            assert asked.name in known, f"{command}: say in GIVEN what its {asked.name} may be"
            yield known[asked.name]


def settings(place: Path, served: Served) -> dict[str, str]:
    chosen = {
        "MAILBOX_DATABASE": "mailbox.db",
        "INSIDE_PUBLIC_KEY": "keys/door.public.pem",
        "OUTSIDE_PORT": served.outside,
        "RECORD_DATABASE": "record.db",
        "KEYS": "keys",
        "INSIDE_PORT": served.inside,
        "MAILBOX_URL": f"http://127.0.0.1:{served.outside}",
        "PHONE_URL": f"http://127.0.0.1:{served.outside}",
        "INSIDE_URL": f"http://127.0.0.1:{served.inside}",
        "COUNCIL": "sample",
        "COUNCIL_NAME": "Sample Council",
        "SECRET_KEY": "x" * 32,
        "COLLECT_EVERY": 1,
    }
    return {f"YOUTHVOICE_{name}": str(value) for name, value in chosen.items()}


def prepared(run: Run, command: str, umask: int) -> None:
    for first in FIRST.get(command, ()):
        before = run(first, umask, name=WORKER)
        assert before.ends() == 0, before.said()
        assert before.wide == {}
        if (command, first) == ("restore", "backup"):
            for file in before.place.glob("record.db*"):
                file.unlink()


@pytest.mark.parametrize("umask", UMASKS, ids=oct)
@pytest.mark.parametrize("command", COMMANDS)
def test_at_work_and_afterwards(run: Run, command: str, umask: int) -> None:
    prepared(run, command, umask)
    watched = run(command, umask)
    at_work = watched.served.at_work(command, watched)  # type: ignore[attr-defined]
    if at_work is None:
        assert watched.ends() == 0, watched.said()
    else:
        watched.until(at_work)
        assert watched.is_running(), watched.said()
        assert list(watched.place.rglob("*-wal")), (
            "a log that is being written is what is looked at"
        )
        watched.process.terminate()
        assert watched.ends() == 0, watched.said()
    assert watched.wide == {}


@pytest.mark.parametrize("umask", UMASKS, ids=oct)
@pytest.mark.parametrize("command", COMMANDS)
def test_after_a_kill(run: Run, command: str, umask: int) -> None:
    prepared(run, command, umask)
    watched = run(command, umask)
    at_work = watched.served.at_work(command, watched)  # type: ignore[attr-defined]
    watched.until(at_work or watched.has_made_something)
    if watched.is_running():
        watched.kill()
        assert at_work is None or list(watched.place.rglob("*-wal"))
    assert watched.wide == {}


def test_what_lies_there_from_before_is_tightened(run: Run) -> None:
    first = run("try", 0o022)
    first.until(first.served.at_work("try", first))  # type: ignore[attr-defined]
    first.kill()
    left = [first.place / "data", *(first.place / "data").rglob("*")]
    assert {"record.db-wal", "mailbox.db-wal", "secret", "sample-invitations.json"} <= {
        path.name for path in left
    }
    for path in left:
        path.chmod(0o755 if path.is_dir() else 0o644)
    again = run("try", 0o022)
    again.until(again.served.at_work("try", again))  # type: ignore[attr-defined]
    assert again.is_running(), again.said()
    others = {path.name: oct(path.stat().st_mode) for path in left if path.stat().st_mode & OTHERS}
    escrow = {"escrow.pem", "escrow.public"}
    assert set(others) <= escrow, others
    again.kill()


@pytest.fixture
def no_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.parametrize("opened", [open_mailbox, open_record], ids=["mailbox", "record"])
@pytest.mark.parametrize("from_before", [False, True], ids=["new", "from before"])
def test_a_store_holds_this_with_no_command(
    tmp_path: Path, no_umask: None, opened: Callable[..., object], from_before: bool
) -> None:
    file = tmp_path / "some.db"
    if from_before:
        file.touch(mode=0o666)
    store = opened(file)
    try:
        names = {path.name for path in tmp_path.iterdir()}
        assert {"some.db", "some.db-wal", "some.db-shm"} <= names
        wide = {path.name for path in tmp_path.iterdir() if path.stat().st_mode & OTHERS}
        assert wide == set()
    finally:
        store.close()  # type: ignore[attr-defined]


def test_keys_that_were_copied_wide_are_tightened(keys: Path, tmp_path: Path) -> None:
    shutil.copytree(keys, tmp_path / "copied")
    for file in (tmp_path / "copied" / "keys").iterdir():
        file.chmod(0o644)
    KeyFolder.load(tmp_path / "copied" / "keys")
    assert not [f for f in (tmp_path / "copied" / "keys").iterdir() if f.stat().st_mode & OTHERS]


def test_a_folder_that_holds_other_things_is_left_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "shared" / "letter.txt"
    other.parent.mkdir(mode=0o755)
    other.write_text("somebody else's")
    other.chmod(0o644)
    make_keys(tmp_path / "shared", "sample")
    KeyFolder.load(tmp_path / "shared")
    assert (oct(other.parent.stat().st_mode), oct(other.stat().st_mode)) == ("0o40755", "0o100644")


def test_what_belongs_to_somebody_else_and_is_open_to_all_is_refused(tmp_path: Path) -> None:
    """`/etc/passwd` stands for it; whoever runs the tests, they look at it as nobody."""
    assert "everybody on this machine can read /etc/passwd" in _as_nobody(
        lambda: owner_only.database(Path("/etc/passwd"))
    )
    assert "chmod o-rwx" in _as_nobody(lambda: owner_only.tighten(Path("/etc/passwd")))


def test_a_refusal_is_a_sentence_of_each_place(
    tmp_path: Path, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: Path) -> None:
        raise ReadableByOthers("everybody on this machine can read it")

    monkeypatch.setattr(owner_only, "tighten", refuse)
    with pytest.raises(KeyTrouble, match="everybody on this machine can read it"):
        KeyFolder.load(keys / "keys")
    with pytest.raises(click.ClickException, match="everybody on this machine can read it"):
        open_record(tmp_path / "record.db")


def _as_nobody(do: Callable[[], None]) -> str:
    """What is said where it is refused, in a process that may do nothing more than anybody."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            do()
        except OSError as wrong:
            os.write(write, str(wrong).encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as said:
        os.waitpid(child, 0)
        return said.read()
