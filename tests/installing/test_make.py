"""What a machine lacks is said by `make` in one sentence, before anything is half made."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from youthvoice.places import ROOT

NEEDED = ("Makefile", "machine", "pyproject.toml", "package.json")
ORDINARY = ("make", "sh", "sed", "awk", "find", "touch", "rm", "dirname")


class Machine:
    """A folder of sources and the few commands that every machine has."""

    def __init__(self, folder: Path) -> None:
        self.sources = folder / "sources"
        self.commands = folder / "bin"
        self.commands.mkdir()
        self.sources.mkdir()
        for name in NEEDED:
            kind = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            kind(ROOT / name, self.sources / name)
        for name in ("requirements.lock", "package-lock.json"):
            (self.sources / name).touch()
        (self.sources / "static").mkdir()
        for name in ORDINARY:
            (self.commands / name).symlink_to(shutil.which(name) or name)

    def has(self, name: str, says: str, status: int = 0) -> None:
        """A command that answers everything it is asked in one way."""
        file = self.commands / name
        file.write_text(f"#!{shutil.which('sh')}\necho '{says}'\nexit {status}\n")
        file.chmod(0o755)

    def is_set_up_but_for_node(self) -> None:
        ready = self.sources / ".venv" / "ready"
        ready.parent.mkdir()
        ready.touch()

    def make(self, *words: str) -> str:
        """What `make` says as it stops. It must not get anywhere."""
        done = subprocess.run(
            ["make", "--no-print-directory", *words],
            cwd=self.sources,
            env={"PATH": str(self.commands), "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode != 0, done.stdout
        said = done.stdout + done.stderr
        lines = [line for line in said.splitlines() if not line.startswith("make: ***")]
        assert len(lines) == 1, said
        return lines[0]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize("target", ["run", "test", "dist", "setup"])
def test_no_python(machine: Machine, target: str) -> None:
    said = machine.make(target, "-o", "system")
    assert said.startswith("youthvoice needs Python 3.11 or newer, and there is no python3.")
    assert "make PYTHON=python3.11" in said


@pytest.mark.parametrize("version", ["3.9.2", "3.10.14", "2.7.18"])
def test_an_old_python(machine: Machine, version: str) -> None:
    machine.has("python3", version)
    said = machine.make("run")
    assert said.startswith("youthvoice needs Python 3.11 or newer, and python3 is Python ")
    assert version in said


def test_a_python_that_was_named(machine: Machine) -> None:
    machine.has("python3", "3.12.1")
    machine.has("python3.8", "3.8.10")
    assert "and python3.8 is Python 3.8.10." in machine.make("run", "PYTHON=python3.8")


def test_a_python_that_does_not_run(machine: Machine) -> None:
    machine.has("python3", "", 1)
    assert "python3 does not run" in machine.make("run")


def test_a_python_without_virtual_environments(machine: Machine) -> None:
    file = machine.commands / "python3"
    file.write_text("#!/bin/sh\ncase $2 in *platform*) echo 3.11.2;; *) exit 1;; esac\n")
    file.chmod(0o755)
    assert "On Debian, install python3-venv." in machine.make("run")


@pytest.mark.parametrize("target", ["run", "build"])
def test_no_node(machine: Machine, target: str) -> None:
    machine.is_set_up_but_for_node()
    said = machine.make(target)
    assert said.startswith("youthvoice needs Node 20.19 or newer with npm, and there is no node.")


def test_no_npm(machine: Machine) -> None:
    machine.is_set_up_but_for_node()
    machine.has("node", "v22.1.0")
    assert "and there is no npm." in machine.make("run")


@pytest.mark.parametrize("version", ["v18.19.1", "v20.9.0", "v0.10.48"])
def test_an_old_node(machine: Machine, version: str) -> None:
    machine.is_set_up_but_for_node()
    machine.has("node", version)
    machine.has("npm", "10.0.0")
    said = machine.make("run")
    assert f"youthvoice needs Node 20.19 or newer, and node is Node {version[1:]}." in said


def test_a_good_machine_is_said_nothing(machine: Machine) -> None:
    machine.has("node", "v22.1.0")
    machine.has("npm", "10.0.0")
    machine.has("python3", "3.13.0")
    for words in (("python", "python3"), ("node",)):
        done = subprocess.run(
            ["sh", "machine/needed.sh", *words],
            cwd=machine.sources,
            env=os.environ | {"PATH": str(machine.commands)},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_what_the_tests_need_is_named_where_it_cannot_be_installed(machine: Machine) -> None:
    """Java, by which the W3C's validator runs. Here no Debian puts it there by itself."""
    done = subprocess.run(
        ["sh", "machine/debian.sh"],
        cwd=machine.sources,
        env={"PATH": str(machine.commands)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "default-jre-headless" in done.stderr
    assert "Install them and run this again." in done.stderr
