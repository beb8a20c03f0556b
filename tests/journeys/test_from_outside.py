"""`youthvoice try --json` is enough: all is driven by what it prints, and by nothing else.

It runs as somebody else has it: installed from a wheel, with no Node and none of our sources.
"""

import json
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.installing import wheel
from tests.journeys import story
from tests.journeys.phone import Phone
from tests.journeys.staff import Desk
from tests.journeys.waiting import SOON

PATIENCE = 60


class Printed:
    """The command as somebody else runs it, in a folder of their own."""

    def __init__(self, folder: Path, commands: Path) -> None:
        self.folder = folder
        self.commands = commands
        self.ports = [str(port) for port in _free_ports()]
        self.start()

    def start(self) -> None:
        command = [self.commands / "youthvoice", "try", "--json", "--data", "d"]
        command += ["--port", self.ports[0], "--inside-port", self.ports[1]]
        environment = wheel.elsewhere(self.commands)
        self.running = subprocess.Popen(
            command, cwd=self.folder, stdout=subprocess.PIPE, text=True, env=environment
        )
        assert self.running.stdout
        self.links: dict[str, Any] = json.loads(self.running.stdout.readline())
        self.outside: str = self.links["outside"]
        self.inside: str = self.links["inside"]

    def stop(self) -> None:
        self.running.terminate()
        assert self.running.wait(PATIENCE) == 0
        assert self.running.stdout
        self.running.stdout.close()

    def invitation(self, role: str = "young_person") -> dict[str, str]:
        return self._first("invitations", role)

    def staff(self, role: str, which: int = 0) -> dict[str, str]:
        return self._first("staff", role)

    def _first(self, what: str, role: str) -> dict[str, str]:
        found: dict[str, str] = next(one for one in self.links[what] if one["role"] == role)
        return found


@pytest.fixture
def printed(tmp_path: Path) -> Iterator[Printed]:
    _, made = wheel.distributions(tmp_path / "dist")
    printed = Printed(tmp_path, wheel.install(made, tmp_path / "venv"))
    yield printed
    if printed.running.poll() is None:
        printed.stop()


def test_the_whole_way_with_nothing_but_the_printed_links(
    printed: Printed, playwright: Playwright, staff_browser: Browser, tmp_path: Path
) -> None:
    amina = Phone(playwright, tmp_path / "amina", printed)
    desks: list[Desk] = []

    def sit(role: str, which: int = 0) -> Desk:
        desks.append(Desk(staff_browser, printed, role, which))
        return desks[-1]

    sit_down: Callable[..., Desk] = sit
    story.tell_it_all(printed, amina, sit_down)
    amina.tap("The letter to you")
    expect(amina.shown("letter").get_by_text("We listened.")).to_be_visible()
    amina.go_home()

    printed.stop()
    amina.draft("good", "good-proud", "Said while nothing answered")
    amina.send()
    amina.tap("See where my words are")
    waiting = amina.shown("said").get_by_text("On this phone, waiting for signal")
    expect(waiting).to_have_count(1)
    printed.start()
    amina.page.reload()
    amina.tap("See who has read it")
    expect(waiting).to_have_count(0, timeout=SOON)
    worker = sit("worker")
    worker.wait_for_words(story.AMINA, "Said while nothing answered")
    for desk in desks:
        desk.close()
    amina.close()


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]
