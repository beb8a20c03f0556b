"""Who has to go when there are too many, and when: judged on real sockets, at given moments."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from flask import Flask
from waitress import wasyncore

from tests import clock
from tests.commands.slow import BODY, HEADERS
from youthvoice.commands import connections, serving
from youthvoice.commands.bare import Bare
from youthvoice.commands.connections import HEADERS as HEADERS_LAST
from youthvoice.commands.connections import WHOLE, Channel, Server

MIB = serving.MIB
Call = Callable[..., socket.socket]


@pytest.fixture
def server() -> Iterator[Server]:
    """One whose loop the test turns itself."""
    app = Flask("small")
    app.add_url_rule("/busy", endpoint="busy", view_func=lambda: ("", 429))
    app.add_url_rule("/well", endpoint="well", view_func=lambda: "")
    found = serving._server(
        app, Bare({}, 0), host="127.0.0.1", port=0, threads=1, max_request_body_size=2 * MIB,
        inbuf_overflow=2 * MIB + 1, asyncore_use_poll=True,
    )  # fmt: skip
    yield found
    found.task_dispatcher.shutdown()
    wasyncore.close_all(found._map)


@pytest.fixture
def call(server: Server) -> Iterator[Call]:
    """Connect, say something, and wait until the server has read it."""
    with ExitStack() as after:

        def connect(said: bytes, address: str = "127.0.0.1") -> socket.socket:
            one = after.enter_context(socket.socket())
            one.bind((address, 0))
            one.connect(("127.0.0.1", int(server.effective_port)))
            one.sendall(said)
            turn(server, lambda: [read(it) >= len(said) for it in of(server, one)] == [True])
            return one

        yield connect


def turn(server: Server, done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not done():
        assert time.monotonic() < deadline
        wasyncore.loop(timeout=0.1, use_poll=True, map=server._map, count=1)


def of(server: Server, one: socket.socket) -> list[Channel]:
    """The server's end of a connection."""
    name = one.getsockname()
    return [it for it in server.active_channels.values() if it.addr == name]


def read(channel: Channel) -> int:
    """Bytes that were read of it, with the headers, which are not counted while they come."""
    request = channel.request
    return 0 if request is None else len(request.header_plus) + channel.held()


def leaves(server: Server, one: socket.socket) -> bool:
    return all(it.will_close for it in of(server, one))


def test_what_is_asked_must_be_said_soon(server: Server, call: Call) -> None:
    half, whole, quiet = call(HEADERS), call(BODY), call(b"")
    now = clock.seconds()
    server.maintenance(now + HEADERS_LAST - 5)
    assert not any(leaves(server, one) for one in (half, whole, quiet))
    server.maintenance(now + HEADERS_LAST + 5)
    assert [leaves(server, one) for one in (half, whole, quiet)] == [True, False, False]


def test_a_drip_does_not_lengthen_it(server: Server, call: Call) -> None:
    """Waitress alone begins to wait anew with each byte."""
    one = call(BODY)
    [channel] = of(server, one)
    channel.last_activity = clock.seconds() + WHOLE
    server.maintenance(clock.seconds() + WHOLE - 5)
    assert not channel.will_close
    server.maintenance(clock.seconds() + WHOLE + 5)
    assert channel.will_close


def test_the_one_too_many_is_the_slowest_of_the_caller_with_the_most(
    server: Server, call: Call
) -> None:
    server.most = 4
    honest = call(BODY + b"x" * 1000, "127.0.0.2")
    drips = [call(BODY), call(HEADERS)]
    fast = call(BODY + b"x" * 200_000)
    for one, age in ((honest, 140), (drips[0], 60), (drips[1], 30), (fast, 60)):
        of(server, one)[0].since -= age
    fifth = call(b"GET")
    assert [leaves(server, one) for one in (honest, *drips, fast, fifth)] == [
        False, True, False, False, False,
    ]  # fmt: skip


def test_bytes_of_all_requests_are_bounded(
    server: Server, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "ROOM", 3 * 300_000)
    monkeypatch.setattr(connections, "LOOK", 1)
    held = []
    for age in (50, 40, 30, 20, 10):
        held.append(call(BODY + b"x" * 300_000))
        for it in of(server, held[-1]):
            it.since -= age
    assert [leaves(server, one) for one in held] == [True, True, True, False, False]
    assert sum(it.held() for it in server._staying()) <= 3 * 300_000


def test_who_is_being_answered_is_not_made_to_go(server: Server, call: Call) -> None:
    server.most = 1
    first = call(BODY)
    [channel] = of(server, first)
    channel.requests.append(channel.request)
    with socket.create_connection(("127.0.0.1", int(server.effective_port))) as second:
        turn(server, lambda: server.active_channels != {} and leaves_soon(server, second))
    assert not leaves(server, first), "rather the newcomer than one whose request is whole"


def leaves_soon(server: Server, one: socket.socket) -> bool:
    """Whether the server has accepted it and let go of it."""
    found = of(server, one)
    return bool(found) and leaves(server, one)


@pytest.mark.parametrize(("path", "rests"), [("/busy", True), ("/well", False)])
def test_who_is_told_to_wait_is_not_listened_to_meanwhile(
    server: Server, path: str, rests: bool
) -> None:
    """As fast as somebody may send, it costs nobody else more than that."""
    with socket.create_connection(("127.0.0.1", int(server.effective_port))) as one:
        one.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        one.settimeout(0)
        turn(server, lambda: answered(one))
        turn(server, of(server, one)[0].is_waited_for)
        [channel] = of(server, one)
        assert channel.rests_until > 0 if rests else channel.rests_until == 0
        channel.rests_until *= 10**6
        assert channel.readable() is not rests
        channel.rests_until = 0
        assert channel.readable()


def answered(one: socket.socket) -> bool:
    try:
        return one.recv(9) == b"HTTP/1.1 "
    except BlockingIOError:
        return False
