"""Requests that are never finished stop nobody else: for real, on a server as it runs outside."""

from collections.abc import Iterator

import httpx
import pytest

from tests.commands.outside_process import Outside, running
from tests.commands.slow import BEGINNINGS, drip, half_sent
from tests.mailbox.acting import Inside, Invited, Phone
from youthvoice.commands.connections import MOST

PATIENCE = 60


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with running(tmp_path_factory.mktemp("outside")) as found:
        yield found


def live(outside: Outside) -> None:
    """All that an honest phone does, on connections of its own."""
    with httpx.Client(base_url=f"http://127.0.0.1:{outside.port}", timeout=PATIENCE) as http:
        assert http.get("/").status_code == 200
        inside = Inside(http, outside.proof)
        phone = Phone(http, inside, Invited())
        assert inside.leave(phone.invited).status_code == 201
        assert phone.claim().status_code == 200
        assert phone.put(phone.says("x" * 200_000)).status_code == 201


@pytest.mark.parametrize("many", [110, 500])
@pytest.mark.parametrize("kind", BEGINNINGS)
def test_an_honest_phone_is_served_meanwhile(outside: Outside, many: int, kind: str) -> None:
    with half_sent(outside.port, many, BEGINNINGS[kind]) as held:
        live(outside)
        assert drip(held) == many
        live(outside)


def test_beyond_as_many_as_it_may_have_it_still_listens(outside: Outside) -> None:
    with half_sent(outside.port, MOST + 100, BEGINNINGS["a body"]):
        live(outside)
