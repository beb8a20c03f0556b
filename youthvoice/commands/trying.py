"""`youthvoice try`: both halves on this machine, with sample people and the links to open."""

import json
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import Any

import click
import httpx

from youthvoice import owner_only, settings
from youthvoice.commands import sample
from youthvoice.record.house import House, open_house
from youthvoice.record.invitations import Mode, invite, sent_to
from youthvoice.record.keys import make_keys
from youthvoice.record.staff.links import new_link

HOST = "127.0.0.1"
A_WORKING_DAY = timedelta(hours=12)
PATIENCE = 60.0
"""Seconds within which both halves must answer."""

SECRET, INVITATIONS = "secret", "sample-invitations.json"
Notes = dict[str, Any]


@click.command("try")
@click.option("--port", default=8600, show_default=True, type=click.IntRange(1, 65535))
@click.option("--inside-port", default=8601, show_default=True, type=click.IntRange(1, 65535))
@click.option("--data", default="data", show_default=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="First line: one JSON object of links.")
def try_(port: int, inside_port: int, data: Path, as_json: bool) -> None:
    """Try it: sample keys, sample council, sample people, both halves, links to open."""
    environment = prepare(data, port, inside_port)
    signal.signal(signal.SIGTERM, _stop)
    try:
        with running_halves(environment):
            _tell(links(environment, data), as_json)
            signal.pause()
    except KeyboardInterrupt:
        pass


def prepare(data: Path, port: int, inside_port: int) -> dict[str, str]:
    """Make what is missing in the data folder; give the environment of both halves."""
    try:
        owner_only.folder(data)
        _tighten_from_before(data)
    except OSError as wrong:
        why = wrong.strerror or wrong
        raise click.ClickException(f"Cannot use {data} for data: {why}.") from None
    keys = data / "keys"
    if not keys.exists():
        make_keys(keys, sample.COUNCIL)
    chosen = {
        "OUTSIDE_HOST": HOST,
        "OUTSIDE_PORT": port,
        "MAILBOX_DATABASE": data / "mailbox.db",
        "INSIDE_PUBLIC_KEY": keys / "door.public.pem",
        "INSIDE_HOST": HOST,
        "INSIDE_PORT": inside_port,
        "RECORD_DATABASE": data / "record.db",
        "KEYS": keys,
        "MAILBOX_URL": f"http://{HOST}:{port}",
        "PHONE_URL": f"http://{HOST}:{port}",
        "INSIDE_URL": f"http://{HOST}:{inside_port}",
        "COUNCIL": sample.COUNCIL,
        "COUNCIL_NAME": sample.COUNCIL_NAME,
        "SECRET_KEY": _secret(data / SECRET),
        "COLLECT_EVERY": 1,
    }
    return {f"{settings.PREFIX}{name}": str(value) for name, value in chosen.items()}


@contextmanager
def running_halves(environment: dict[str, str]) -> Iterator[None]:
    """Both halves answer within; both have stopped, and their data is whole, after."""
    halves = [start_half(name, environment) for name in ("outside", "inside")]
    try:
        for name, half in zip(("outside", "inside"), halves, strict=True):
            _wait_until_well(name, half, environment)
        yield
    finally:
        for half in halves:
            stop_half(half)


def start_half(name: str, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """One half as its own process; not yet answering."""
    command = [sys.executable, "-m", "youthvoice", name]
    # Its own group: Ctrl-C reaches this process alone, which then stops both in order.
    return subprocess.Popen(command, env=os.environ | environment, start_new_session=True)  # noqa: S603


def stop_half(half: subprocess.Popen[bytes]) -> None:
    """Ask it to stop, and wait until it has."""
    half.terminate()
    try:
        half.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        half.kill()
        half.wait()


def address(name: str, environment: dict[str, str]) -> str:
    """Where a half answers."""
    return f"http://{HOST}:{environment[f'{settings.PREFIX}{name.upper()}_PORT']}"


def links(environment: dict[str, str], data: Path) -> Notes:
    """Everything that a person needs to begin, in the shape that `--json` prints."""
    house = open_house(settings.load(settings.Inside, environment))
    try:
        staff = sample.seed(house.store)
        return {
            "outside": address("outside", environment),
            "inside": address("inside", environment),
            "staff": [
                {
                    "name": one.name,
                    "role": one.role,
                    "link": new_link(house, one.id, A_WORKING_DAY),
                }
                for one in staff
            ],
            "invitations": _invitations(house, data / INVITATIONS),
        }
    finally:
        house.close()


def _invitations(house: House, file: Path) -> list[Notes]:
    """One that can be claimed for everybody: those made before, and new ones for those used."""
    known: dict[str, Notes] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    for reader in sample.readers(house.store):
        states = {sent.id: sent.state for sent in sent_to(house.store, reader.case_id)}
        if states.get(known.get(reader.id, {}).get("id", "")) not in ("going", "waiting"):
            mode: Mode = "safer" if reader.name in sample.CHECKED else "everyday"
            made = invite(house, reader.id, mode=mode)
            known[reader.id] = {
                "id": made.id,
                "who": reader.name,
                "role": reader.role,
                "words": made.words,
                "check_number": made.check_number,
            }
    owner_only.write(file, json.dumps(known, indent=2).encode())
    _wait_until_posted(house)
    return [_shown(house, one) for one in known.values()]


def _shown(house: House, one: Notes) -> Notes:
    shown = {key: one[key] for key in ("who", "role", "check_number")}
    link = f"{house.settings.phone_url}/#{one['words']}"
    return shown | {"words": one["words"].replace("-", " "), "link": link}


def _wait_until_posted(house: House) -> None:
    cases = {reader.case_id for reader in sample.readers(house.store)}
    deadline = time.monotonic() + PATIENCE
    while any(sent.state == "going" for case in cases for sent in sent_to(house.store, case)):
        if time.monotonic() > deadline:
            raise click.ClickException("The invitations did not reach the mailbox.")
        time.sleep(0.05)


def _wait_until_well(name: str, half: subprocess.Popen[bytes], environment: dict[str, str]) -> None:
    deadline = time.monotonic() + PATIENCE
    with httpx.Client(base_url=address(name, environment)) as client:
        while time.monotonic() < deadline:
            if half.poll() is not None:
                reason = f"The {name} half did not start; its reason stands above."
                raise click.ClickException(reason)
            if _is_well(client):
                return
            time.sleep(0.05)
    raise click.ClickException(f"The {name} half did not answer within {PATIENCE:.0f} seconds.")


def _is_well(client: httpx.Client) -> bool:
    try:
        return client.get("/healthz").is_success
    except httpx.TransportError:
        return False


def _tell(notes: Notes, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(notes, ensure_ascii=False))
        return
    click.echo("Staff (each link signs in once):")
    for one in notes["staff"]:
        click.echo(f"  {one['name']}, {one['role']}: {one['link']}")
    click.echo("Phones (each link opens once, on one phone):")
    for one in notes["invitations"]:
        click.echo(f"  {one['who']}, {one['role'].replace('_', ' ')}: {one['link']}")
        click.echo(f"    check number {one['check_number']}")
    click.echo("Ctrl-C stops both.")


def _tighten_from_before(data: Path) -> None:
    """A folder with our secret in it is ours; any other may be shared with whoever likes."""
    if (data / SECRET).exists():
        owner_only.tighten(data, data / "keys", data / "keys-escrow")
    owner_only.tighten(data / SECRET, data / INVITATIONS)


def _secret(file: Path) -> str:
    if not file.exists():
        owner_only.write(file, secrets.token_hex(32).encode())
    return file.read_text("ascii")


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
