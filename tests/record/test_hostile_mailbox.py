"""A mailbox that is against us: a round ends, and what is to be sent is sent."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.record.conftest import People, house_beside
from tests.record.pen import Pen
from youthvoice.envelope.shape import length_prefixed
from youthvoice.record.house import House
from youthvoice.record.mailroom import door, round_trip, rounds, status
from youthvoice.record.mailroom.frames import MOST_FRAMES
from youthvoice.record.mailroom.measure import Measure
from youthvoice.record.owed import owe
from youthvoice.record.store import Store

SLOW = 0.3
"""Seconds that a request may last in these tests."""


class Hostile(ThreadingHTTPServer):
    """Says yes to everything; a test replaces what it says. `let_go` ends what hangs."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.let_go = threading.Event()
        self.asked: list[str] = []
        self.sent: list[bytes] = []
        self.collected = 0
        self.waiting: Callable[[int], list[bytes]] = lambda _: []
        self.says: dict[str, Callable[[Answers], None]] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    """One request."""

    server: Hostile
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked.append(self.path)
        if path in self.server.says:
            self.server.says[path](self)
        elif path.endswith("/claims"):
            self.gives(json.dumps({"claims": []}).encode())
        elif path.endswith("/epoch"):
            record = {"epoch": 0, "round": 0}
            self.gives(json.dumps({"epoch": 1, "settled": True, "record": record}).encode())
        else:
            after = int(self.path.rpartition("=")[2])
            self.server.collected += 1
            frames = self.server.waiting(after)
            body = length_prefixed(frames)
            self.gives(body, {"Youthvoice-Next": str(after + 1 if frames else after)})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(self.path)
        if self.path.endswith("/frames/down"):
            self.server.sent.append(body)
            self.gives(json.dumps({"results": [{"status": 201, "error": ""}]}).encode())
        else:
            self.gives(b"", status=200 if self.path.endswith("/up/confirm") else 204)

    def gives(
        self, body: bytes, headers: dict[str, str] | None = None, *, status: int = 200
    ) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing to say."""


def drips_its_body(answer: Answers) -> None:
    answer.send_response(200)
    answer.send_header("Content-Length", "1000000")
    answer.end_headers()
    answer.wfile.write(b"{")
    answer.server.let_go.wait(30)


def drips_its_head(answer: Answers) -> None:
    answer.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    answer.server.let_go.wait(30)


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    server = Hostile()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.let_go.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def house(store: Store, key_folder: Path, tmp_path: Path, hostile: Hostile) -> House:
    return house_beside(hostile.url, store, key_folder, tmp_path)


@pytest.fixture
def pen(house: House, people: People) -> Pen:
    made = Pen(house.store, house.keys, people.young_person)
    owe(house.store, made.box, "keys")
    return made


def test_a_mailbox_without_an_end_ends_a_round_by_number_and_sending_goes_on(
    house: House, hostile: Hostile, pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "Measure", lambda: Measure(envelopes=30))
    hostile.waiting = lambda after: [bytes(16) + b"%d" % (10 * after + n) for n in range(10)]
    round_trip(house)
    assert (hostile.collected, len(hostile.sent)) == (3, 1)


def test_it_ends_a_round_by_bytes_too(
    house: House, hostile: Hostile, pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "Measure", lambda: Measure(bytes=5_000))
    hostile.waiting = lambda _: [bytes(1_000)]
    round_trip(house)
    assert (hostile.collected, len(hostile.sent)) == (5, 1)


def test_and_by_time(
    house: House, hostile: Hostile, pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        rounds, "Measure", lambda: Measure(seconds=4, clock=lambda: hostile.collected)
    )
    hostile.waiting = lambda _: [bytes(1_000)]
    round_trip(house)
    assert (hostile.collected, len(hostile.sent)) == (4, 1)


def test_the_next_round_goes_on_where_the_last_stopped_and_begins_anew_at_the_end(
    house: House, hostile: Hostile, pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stays in the mailbox, since it is not taken, never hides what came after it."""
    monkeypatch.setattr(rounds, "Measure", lambda: Measure(envelopes=2))
    hostile.waiting = lambda after: [bytes(16) + b"%d" % after] if after < 5 else []
    for _ in range(4):
        round_trip(house)
    asked = [int(path.rpartition("=")[2]) for path in hostile.asked if "after=" in path]
    assert asked == [0, 1, 2, 3, 4, 5, 0, 1]


def test_a_body_of_more_envelopes_than_it_can_hold_is_not_taken(
    house: House, hostile: Hostile, pen: Pen
) -> None:
    hostile.waiting = lambda _: [b""] * (MOST_FRAMES + 1)
    round_trip(house)
    assert status(house.store).last_trouble == "mailbox_answered_oddly"
    assert (hostile.collected, len(hostile.sent)) == (1, 1)


@pytest.mark.parametrize("cursor", ["9" * 5_000, "9" * 19, "-1", "1.5", ""])
def test_a_cursor_that_is_no_number_of_ours_is_odd(
    house: House, hostile: Hostile, pen: Pen, cursor: str
) -> None:
    hostile.says["/api/inside/frames/up"] = lambda answer: answer.gives(
        length_prefixed([bytes(20)]), {"Youthvoice-Next": cursor}
    )
    round_trip(house)
    assert status(house.store).last_trouble == "mailbox_answered_oddly"
    assert len(hostile.sent) == 1


@pytest.mark.parametrize("drips", [drips_its_body, drips_its_head])
@pytest.mark.parametrize("path", ["/api/inside/claims", "/api/inside/frames/up"])
def test_an_answer_that_never_ends_is_cut_off_and_sending_goes_on(
    house: House,
    hostile: Hostile,
    pen: Pen,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    drips: Callable[[Answers], None],
) -> None:
    monkeypatch.setattr(door, "LONGEST", SLOW)
    hostile.says[path] = drips
    round_trip(house)
    assert status(house.store).last_trouble == "mailbox_too_slow"
    assert len(hostile.sent) == 1


def test_claims_without_end_are_looked_at_a_thousand_at_a_time(
    house: House, hostile: Hostile, pen: Pen
) -> None:
    claims = [{"invitation": f"{n:032x}"} for n in range(1_500)]
    hostile.says["/api/inside/claims"] = lambda answer: answer.gives(
        json.dumps({"claims": claims}).encode()
    )
    round_trip(house)
    row = house.store.row("SELECT count FROM alarms WHERE code = 'unknown_invitation'")
    assert row == {"count": 1_000}
    assert len(hostile.sent) == 1
