"""A mailbox in its smallest app, on a real file; the inside, and a phone that has claimed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from flask import Flask

from tests.mailbox import rules
from tests.mailbox.acting import Inside, Invited, Phone
from tests.mailbox.serving import Served
from youthvoice.envelope.keys import KeyPair
from youthvoice.mailbox import Store, create_mailbox, open_store

HOOKS = {"response": [rules.hold]}
ADDRESS = "203.0.113.7"


@pytest.fixture(scope="session")
def proof() -> KeyPair:
    """What the inside proves itself by."""
    return KeyPair.new()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "mailbox.db"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    found = open_store(database)
    yield found
    found.close()


@pytest.fixture
def app(store: Store, proof: KeyPair) -> Flask:
    made = Flask("small")
    made.register_blueprint(create_mailbox(store, proof.public_pem().decode()))
    return made


@pytest.fixture
def http(app: Flask) -> Iterator[httpx.Client]:
    transport = httpx.WSGITransport(app, remote_addr=ADDRESS)
    with httpx.Client(transport=transport, base_url="http://mailbox", event_hooks=HOOKS) as client:
        yield client


@pytest.fixture
def inside(http: httpx.Client, proof: KeyPair) -> Inside:
    return Inside(http, proof)


@pytest.fixture
def phone(inside: Inside) -> Phone:
    """A phone that has claimed its invitation."""
    return claimed(inside)


@pytest.fixture
def other(inside: Inside) -> Phone:
    """Somebody else's phone, with a box of its own."""
    return claimed(inside)


def claimed(inside: Inside) -> Phone:
    phone = Phone(inside.http, inside, Invited())
    assert inside.leave(phone.invited).status_code == 201
    assert phone.claim().status_code == 200
    return phone


@pytest.fixture
def serve(tmp_path: Path, database: Path, proof: KeyPair) -> Iterator[Callable[..., Served]]:
    """Start real servers on the same file."""
    public_key = tmp_path / "inside.pem"
    public_key.write_bytes(proof.public_pem())
    started: list[Served] = []

    def start(*flags: str) -> Served:
        started.append(Served(database, public_key, *flags))
        return started[-1]

    yield start
    for one in started:
        one.stop()
