"""Real servers for a test: started, killed, started again."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType

import httpx

from tests.mailbox import rules

SUPERVISOR = Path(__file__).with_name("supervisor.py")


class Served:
    """A supervisor on one database file. Leaving it ends every server that it started."""

    def __init__(self, database: Path, public_key: Path, *flags: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, SUPERVISOR, database, public_key, *flags],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.log = ""

    def start(self) -> tuple[int, str]:
        """Process id and URL of one more server."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write("start\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, self._process.communicate()[1]
        pid, port = line.split()
        return int(pid), f"http://127.0.0.1:{port}"

    def kill(self, pid: int) -> None:
        """As a power cut does it to a process."""
        os.kill(pid, signal.SIGKILL)

    def stop(self) -> None:
        """End every server; `log` then has what they wrote."""
        if self._process.returncode is None:
            self.log = self._process.communicate()[1]

    def __enter__(self) -> "Served":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def client(url: str) -> httpx.Client:
    """A client of a real server, in a test in which much may happen at once."""
    hooks = {"response": [rules.hold]}
    return httpx.Client(base_url=url, timeout=60, verify=False, event_hooks=hooks)
