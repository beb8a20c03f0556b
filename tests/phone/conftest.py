"""The phone's pages, as they are sent."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from youthvoice.envelope.keys import KeyPair
from youthvoice.outside import create_app
from youthvoice.settings import Outside


@pytest.fixture
def settings(tmp_path: Path) -> Outside:
    key = tmp_path / "door.public.pem"
    key.write_bytes(KeyPair.new().public_pem())
    return Outside(
        mailbox_database=tmp_path / "mailbox.db",
        inside_public_key=key,
        phone_url="https://phone.example",
    )


@pytest.fixture
def phone(settings: Outside) -> FlaskClient:
    return create_app(settings).test_client()
