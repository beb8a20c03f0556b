"""`youthvoice try --json`: one line of links once both halves answer; stops whole; comes back."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx

PATIENCE = 300
"""Seconds after which it hangs; a busy machine needs many of them to start two halves."""


def start(data: Path, ports: tuple[int, int]) -> tuple[subprocess.Popen[str], dict[str, Any]]:
    command = [sys.executable, "-m", "youthvoice", "try", "--json", "--data", str(data)]
    command += ["--port", str(ports[0]), "--inside-port", str(ports[1])]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert running.stdout
    return running, json.loads(running.stdout.readline())


def stop(running: subprocess.Popen[str], how: signal.Signals) -> None:
    running.send_signal(how)
    assert running.wait(PATIENCE) == 0
    assert running.stdout
    running.stdout.close()


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def test_the_printed_line_and_a_restart_on_the_same_data(tmp_path: Path) -> None:
    ports = free_ports()
    running, first = start(tmp_path / "data", ports)
    try:
        assert set(first) == {"outside", "inside", "staff", "invitations"}
        assert {one["role"] for one in first["staff"]} == {"worker", "chair"}
        roles = [one["role"] for one in first["invitations"]]
        assert roles.count("young_person") == 3
        assert set(roles) == {"young_person", "parent", "advocate"}
        for one in first["invitations"]:
            assert set(one) == {"who", "role", "link", "words", "check_number"}
            assert one["link"].startswith(first["outside"] + "/#")
            assert "(sample)" in one["who"]
        for half in ("outside", "inside"):
            assert httpx.get(f"{first[half]}/healthz").json() == {"ok": True}
    finally:
        stop(running, signal.SIGTERM)
    running, second = start(tmp_path / "data", ports)
    stop(running, signal.SIGINT)
    assert second["invitations"] == first["invitations"]
    assert second["staff"] != first["staff"]


def test_a_port_in_use_is_said_and_nothing_is_left_running(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "youthvoice", "try", "--data", str(tmp_path / "data")]
        command += ["--port", str(port), "--inside-port", str(free_ports()[1])]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, env=os.environ, check=False
        )
    assert done.returncode != 0
    assert f"Port {port}" in done.stderr
    assert "Traceback" not in done.stderr
