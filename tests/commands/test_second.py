"""One inside on a record at a time; commands and any number of outsides beside it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from youthvoice.commands.trying import prepare

PATIENCE = 60


class Running:
    """Halves and commands with the same settings, each on a port of its own."""

    def __init__(self, data: Path) -> None:
        self.environment = os.environ | prepare(data, 1, 1)
        self.processes: list[subprocess.Popen[str]] = []

    def start(self, half: str, **changed: str) -> subprocess.Popen[str]:
        """Answers when this returns."""
        port = str(free_port())
        process = self.launch(half, port, **changed)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert process.poll() is None, process.communicate()
            if answers(port):
                return process
        raise AssertionError("it does not answer")

    def launch(self, half: str, port: str, **changed: str) -> subprocess.Popen[str]:
        environment = self.environment | changed | {f"YOUTHVOICE_{half.upper()}_PORT": port}
        command = [sys.executable, "-m", "youthvoice", half]
        process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        self.processes.append(process)
        return process

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "youthvoice", *words]
        return subprocess.run(
            command,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    made = Running(tmp_path / "data")
    yield made
    for process in made.processes:
        process.kill()
        process.wait()
        assert process.stderr
        process.stderr.close()


def answers(port: str) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/healthz").is_success
    except httpx.TransportError:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_second_inside_does_not_start_until_the_first_is_dead(
    running: Running, tmp_path: Path
) -> None:
    first = running.start("inside")
    other_name = tmp_path / "link.db"
    other_name.symlink_to(tmp_path / "data" / "record.db")
    for changed in ({}, {"YOUTHVOICE_RECORD_DATABASE": str(other_name)}):
        second = running.launch("inside", str(free_port()), **changed)
        _, said = second.communicate(timeout=PATIENCE)
        assert second.returncode != 0
        assert "in use by another youthvoice. Stop that one first." in said
        assert "Traceback" not in said
    assert running.run("staff", "list").returncode == 0
    first.send_signal(signal.SIGKILL)
    first.wait()
    running.start("inside")


def test_several_outsides_share_a_mailbox(running: Running) -> None:
    running.start("outside")
    running.start("outside")
