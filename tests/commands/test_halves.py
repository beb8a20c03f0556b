"""`outside`, `inside`, `keys`: a mistake gets a sentence, never a traceback."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

PATIENCE = 60


def youthvoice(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("YOUTHVOICE_")}
    return subprocess.run(
        [sys.executable, "-m", "youthvoice", *words],
        env=clean | {f"YOUTHVOICE_{name}": value for name, value in environ.items()},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    made = youthvoice("keys", "new", str(tmp_path / "keys"), "--council", "test")
    assert made.returncode == 0, made.stderr
    return tmp_path / "keys"


def outside(tmp_path: Path, keys: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    whole = {
        "MAILBOX_DATABASE": str(tmp_path / "mailbox.db"),
        "INSIDE_PUBLIC_KEY": str(keys / "door.public.pem"),
        "PHONE_URL": "https://phone.example",
    }
    return youthvoice("outside", **(whole | changed))


def told(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_missing_setting(tmp_path: Path) -> None:
    assert "YOUTHVOICE_MAILBOX_DATABASE is not set" in told(youthvoice("outside"))
    assert "YOUTHVOICE_RECORD_DATABASE is not set" in told(youthvoice("inside"))


def test_a_port_in_use(tmp_path: Path, keys: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = told(outside(tmp_path, keys, OUTSIDE_PORT=port))
    assert f"Port {port} on 127.0.0.1 is in use" in said
    assert "YOUTHVOICE_OUTSIDE_PORT" in said


def test_a_database_that_cannot_be_made(tmp_path: Path, keys: Path) -> None:
    said = told(outside(tmp_path, keys, MAILBOX_DATABASE=str(tmp_path / "none" / "mailbox.db")))
    assert "YOUTHVOICE_MAILBOX_DATABASE" in said


@pytest.mark.parametrize("name", ["missing.pem", "door.pem"])
def test_a_key_that_is_missing_or_private(tmp_path: Path, keys: Path, name: str) -> None:
    said = told(outside(tmp_path, keys, INSIDE_PUBLIC_KEY=str(keys / name)))
    assert "YOUTHVOICE_INSIDE_PUBLIC_KEY" in said
    assert "door.public.pem" in said


def test_keys_are_never_written_over(keys: Path) -> None:
    before = {file.name: file.read_bytes() for file in keys.iterdir() if file.is_file()}
    assert str(keys) in told(youthvoice("keys", "new", str(keys), "--council", "test"))
    after = {file.name: file.read_bytes() for file in keys.iterdir() if file.is_file()}
    assert before == after


def test_private_keys_are_for_their_owner_alone(keys: Path) -> None:
    private = [file for file in keys.rglob("*.pem") if "public" not in file.name]
    assert private
    for file in private:
        assert file.stat().st_mode & 0o077 == 0, file.name
