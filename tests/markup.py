"""The W3C's own validator (`vnu`), for every page that a test opens.

It is one Java process for each process of tests, asked over loopback, and started when first asked.
"""

import atexit
import re
import socket
import subprocess
import time
from contextlib import suppress
from functools import cache

import httpx

from youthvoice.places import ROOT

VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
PATIENCE = 120
CHANGES = re.compile(r"(?<=value=\")[\w.-]{16,}(?=\")|[0-9a-f]{32}")
"""What is another each time that a page is opened: tokens, ids. No fault depends on them."""

GUESSED = re.compile("This document appears to be written in|Consider adding a “lang” attribute")
"""It guesses at languages from letters, and is wrong about names and about few words."""


def faults(page: str) -> list[str]:
    """What it finds in a whole document: errors and warnings, each with the words where it is."""
    return list(_faults(CHANGES.sub(_same, page)))


def part_faults(part: str) -> list[str]:
    """The same for a part that is filled into a document."""
    return faults(
        f'<!doctype html><html lang="en"><head><title>Part</title></head><body>{part}</body></html>'
    )


def _same(found: re.Match[str]) -> str:
    return "x" * len(found[0]) if not re.fullmatch("[0-9a-f]{32}", found[0]) else found[0]


@cache
def _faults(page: str) -> tuple[str, ...]:
    headers = {"Content-Type": "text/html; charset=utf-8"}
    answer = _validator().post("/?out=json", content=page.encode(), headers=headers)
    answer.raise_for_status()
    return tuple(
        f"{one['message']} At: {one.get('extract', '')}"
        for one in answer.json()["messages"]
        if not GUESSED.match(one["message"])
    )


@cache
def _validator() -> httpx.Client:
    port = _free_port()
    command = ["java", "-Xmx256m", "-Xss16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
    command += ["-Dnu.validator.servlet.bind-address=127.0.0.1"]
    command += ["-cp", str(VNU), "nu.validator.servlet.Main", str(port)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    atexit.register(running.wait)
    atexit.register(running.terminate)
    client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE)
    _wait_until_well(client, running)
    return client


def _wait_until_well(client: httpx.Client, running: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    while not _is_well(client):
        assert time.monotonic() < deadline, "the validator does not answer"
        with suppress(subprocess.TimeoutExpired):
            running.wait(0.1)
            raise AssertionError("java or vnu.jar does not run: `make system setup`")


def _is_well(client: httpx.Client) -> bool:
    try:
        return client.get("/").is_success
    except httpx.TransportError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
