"""`youthvoice outside` as a process of its own, with a key that the test holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.journeys.conftest import free_port
from youthvoice.commands.trying import start_half, stop_half
from youthvoice.envelope.keys import KeyPair


@dataclass(frozen=True)
class Outside:
    """Where it answers, and what the inside proves itself by."""

    port: int
    proof: KeyPair


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[Outside]:
    """It answers within; it has stopped after."""
    found = Outside(free_port(), KeyPair.new())
    (folder / "inside.pem").write_bytes(found.proof.public_pem())
    chosen = {
        "OUTSIDE_PORT": str(found.port),
        "MAILBOX_DATABASE": str(folder / "mailbox.db"),
        "INSIDE_PUBLIC_KEY": str(folder / "inside.pem"),
        "PHONE_URL": f"http://127.0.0.1:{found.port}",
    }
    whole = {f"YOUTHVOICE_{name}": value for name, value in (chosen | settings).items()}
    half = start_half("outside", whole)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{found.port}", timeout=60) as client:
            while not _is_up(client):
                assert half.poll() is None, "it did not start"
        yield found
    finally:
        stop_half(half)


def _is_up(client: httpx.Client) -> bool:
    try:
        return client.get("/healthz").is_success
    except httpx.TransportError:
        return False
