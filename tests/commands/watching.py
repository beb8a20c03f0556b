"""A command at work in a folder, watched: whatever it makes there, and with which rights.

Each is a process of its own, forked from one that has read the libraries.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from youthvoice import inside, outside  # noqa: F401 - read before anything is forked
from youthvoice.commands import main

PATIENCE = 60
OTHERS = 0o077
FORKED = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload([__name__])


class Watched:
    """One run. `wide` names everything that anybody else could touch, even for a moment."""

    def __init__(self, place: Path, words: Sequence[str], umask: int, settings: dict[str, str]):
        self.place = place
        self.wide: dict[str, str] = {}
        self.served: object = None
        self.before = set(_below(place))
        self.log = place.with_name(f"{place.name}-{len(self.before)}.log")
        self.process = FORKED.Process(target=_run, args=(place, words, umask, settings, self.log))
        self.process.start()

    def until(self, enough: Callable[[], bool]) -> None:
        """Look on, without a pause, until it is enough or the command has ended."""
        deadline = time.monotonic() + PATIENCE
        while not enough() and self.is_running():
            self.look()
            if time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"neither done nor at work: {self.said()}")
        self.look()

    def ends(self) -> int:
        """Its exit status."""
        self.until(lambda: False)
        self.process.join()
        return int(self.process.exitcode or 0)

    def is_running(self) -> bool:
        return self.process.exitcode is None

    def kill(self) -> None:
        """As a power cut: it and what it started are gone in the middle of whatever they did."""
        assert self.process.pid
        for pid in (*_children(self.process.pid), self.process.pid):
            os.kill(pid, signal.SIGKILL)
        self.process.join()
        self.look()

    def look(self) -> None:
        for path in _below(self.place):
            try:
                mode = path.lstat().st_mode
            except FileNotFoundError:
                continue
            if mode & OTHERS:
                self.wide[str(path.relative_to(self.place))] = oct(mode)

    def has_made_something(self) -> bool:
        return set(_below(self.place)) > self.before

    def said(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""

    def close(self) -> None:
        if self.is_running():
            self.kill()


def _run(
    place: Path, words: Sequence[str], umask: int, settings: dict[str, str], log: Path
) -> None:
    """The command as its script calls it, with this umask and nothing else of ours."""
    os.umask(umask)
    os.chdir(place)
    for name in [name for name in os.environ if name.startswith("YOUTHVOICE_")]:
        del os.environ[name]
    os.environ.update(settings)
    out = os.open(log, os.O_WRONLY | os.O_CREAT, 0o600)
    os.dup2(out, 1)
    os.dup2(out, 2)
    main(words)


def _below(folder: Path) -> Iterator[Path]:
    """Everything in it, however deep. What vanishes meanwhile is passed over."""
    try:
        found = [Path(one.path) for one in os.scandir(folder)]
    except (FileNotFoundError, NotADirectoryError):
        return
    for path in found:
        yield path
        if path.is_dir():
            yield from _below(path)


def _children(pid: int) -> list[int]:
    """Processes that it started, theirs before them."""
    found = [
        int(child)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]
    return [one for child in found for one in (*_children(child), child)]
