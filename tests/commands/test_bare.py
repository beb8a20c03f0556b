"""What the server refuses by itself gets a page of ours, also for whoever is still sending."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from flask import Flask

from tests.record_pages.council import open_council
from tests.record_pages.page import Page
from youthvoice.commands.serving import LIMITS, MIB, _listen
from youthvoice.envelope.keys import KeyPair
from youthvoice.outside import create_app
from youthvoice.settings import Outside

HEADER = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "
BARE = (
    (HEADER.ljust(262_144, b"x"), 431),
    (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nno colon\r\n\r\n", 400),
    (b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    (b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999999999999\r\n\r\n", 413),
)


@pytest.fixture(params=["outside", "inside"])
def half(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, int]]:
    """A half of that name, listening as in production; its name and port."""
    if request.param == "outside":
        key = tmp_path / "door.public.pem"
        key.write_bytes(KeyPair.new().public_pem())
        app = create_app(
            Outside(
                mailbox_database=tmp_path / "mailbox.db",
                inside_public_key=key,
                phone_url="https://phone.example",
            )
        )
        yield from serving("outside", app)
    else:
        with open_council(tmp_path) as council:
            yield from serving("inside", council.app)


def serving(name: str, app: Flask) -> Iterator[tuple[str, int]]:
    server = _listen(app, name, "127.0.0.1", 0, 2)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield name, server.effective_port

    def shut() -> None:
        for channel in list(server.active_channels.values()):
            channel.handle_close()
        server.close()

    server.trigger.pull_trigger(shut)
    thread.join()


def told(port: int, sent: bytes) -> tuple[int, Page]:
    """The status and the page that somebody gets who sends just these bytes."""
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(sent)
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"content-security-policy" in head.lower()
    assert b"no-store" in head
    return int(head.split()[1]), Page(body.decode())


@pytest.mark.parametrize(("sent", "status"), BARE)
def test_what_no_app_hears_of_is_answered_with_a_page(
    half: tuple[str, int], sent: bytes, status: int
) -> None:
    found, page = told(half[1], sent)
    assert found == status
    assert page.heading
    assert "waitress" not in page.html


def test_a_body_that_is_too_large_is_heard_out_and_answered(half: tuple[str, int]) -> None:
    name, port = half
    most, heard_out = LIMITS[name]
    for size in (most, most + MIB, heard_out):
        answer = httpx.post(
            f"http://127.0.0.1:{port}/cases/x",
            content=pieces(size),
            headers={"Content-Length": str(size)},
        )
        assert answer.status_code == 413
        assert Page(answer.text).heading == "That is too much at once"


def test_the_api_is_refused_in_json(half: tuple[str, int]) -> None:
    name, port = half
    size = LIMITS[name][0]
    answer = httpx.put(f"http://127.0.0.1:{port}/api/boxes/x/up/y", content=bytes(size))
    assert (answer.status_code, answer.json()) == (413, {"error": "too_large"})


def test_what_is_smaller_is_the_apps_to_answer(half: tuple[str, int]) -> None:
    answer = httpx.post(f"http://127.0.0.1:{half[1]}/nothing", content=bytes(MIB))
    assert answer.status_code in (400, 404)
    assert Page(answer.text).heading != "That is too much at once"


def pieces(size: int) -> Iterator[bytes]:
    for _ in range(size // MIB):
        yield bytes(MIB)
