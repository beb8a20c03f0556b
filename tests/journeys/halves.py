"""Both halves, each a process of its own with settings of its own, as in production.

They are forked from a process that has read the libraries, and translate a template once for all,
which would otherwise be done anew for every story; `test_from_outside` starts them by the command
alone.
"""

import multiprocessing
import os
import subprocess
import sys
from multiprocessing.process import BaseProcess

from flask import Flask
from jinja2 import FileSystemBytecodeCache

from tests import clock
from youthvoice.commands import halves
from youthvoice.inside import create_app as _inside  # noqa: F401 - read before anything is forked
from youthvoice.outside import create_app as _outside  # noqa: F401 - likewise
from youthvoice.places import ROOT
from youthvoice.record.mailroom import Mailroom as _Mailroom  # noqa: F401 - likewise

READY = multiprocessing.get_context("forkserver")
READY.set_forkserver_preload([__name__])


class Half:
    """A running half, with the verbs that `youthvoice try` has for its own."""

    def __init__(self, process: BaseProcess) -> None:
        self.process = process

    def poll(self) -> int | None:
        return self.process.exitcode

    def terminate(self) -> None:
        self.process.terminate()

    def kill(self) -> None:
        self.process.kill()

    def wait(self, seconds: float | None = None) -> None:
        """Raises `TimeoutExpired`."""
        self.process.join(seconds)
        if self.process.exitcode is None:
            raise subprocess.TimeoutExpired(self.process.name, seconds or 0)


def start_half(name: str, environment: dict[str, str]) -> Half:
    """Not yet answering."""
    environment = environment | {clock.AHEAD: os.environ[clock.AHEAD]}
    process = READY.Process(target=_run, args=(name, environment), name=name)
    process.start()
    return Half(process)


def start_half_of_another_day(name: str, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """With another form, and so with another version of the app (`another_day`)."""
    command = [sys.executable, "-m", "tests.journeys.another_day", name]
    environment = os.environ | environment
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)


def _run(name: str, environment: dict[str, str]) -> None:
    os.environ |= environment
    clock.keep_up()
    Flask.jinja_options["bytecode_cache"] = FileSystemBytecodeCache()
    getattr(halves, name).main([], prog_name=name)
