"""A server killed under load loses nothing that it acknowledged (promise 2)."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Semaphore

import httpx
import pytest

from tests.mailbox.acting import Inside, Invited, Phone, id_of
from tests.mailbox.serving import Served, client
from youthvoice.envelope.keys import KeyPair

KILLS = 20
WRITERS = 3
BEFORE_A_KILL = 8
"""Acknowledgements that a server gives before it is killed."""


class Writer:
    """A phone that sends on and on; what was not acknowledged it sends again."""

    def __init__(self, phone: Phone, acknowledged: Semaphore) -> None:
        self.phone = phone
        self.acknowledged: dict[str, bytes] = {}
        self._counted = acknowledged
        self._outbox = b""

    def send_until_cut_off(self, url: str) -> None:
        with client(url) as http:
            self.phone.http = http
            try:
                while True:
                    self._send()
            except httpx.TransportError:
                return

    def _send(self) -> None:
        self._outbox = self._outbox or self.phone.says()
        assert self.phone.put(self._outbox).status_code in (200, 201)
        self.acknowledged[id_of(self._outbox)] = self._outbox
        self._outbox = b""
        self._counted.release()


def killed(served: Served, proof: KeyPair, times: int) -> list[Writer]:
    """Writers that have seen their server killed so many times."""
    counted = Semaphore(0)
    pid, url = served.start()
    writers = [Writer(claimed(url, proof), counted) for _ in range(WRITERS)]
    for _ in range(times):
        with ThreadPoolExecutor(WRITERS) as threads:
            cut_off = [threads.submit(one.send_until_cut_off, url) for one in writers]
            try:
                for _ in range(BEFORE_A_KILL):
                    assert counted.acquire(timeout=20), "the server acknowledges nothing"
            finally:
                served.kill(pid)
        assert [one.result() for one in cut_off] == [None] * WRITERS
        pid, url = served.start()
    return writers


def claimed(url: str, proof: KeyPair) -> Phone:
    with client(url) as http:
        inside = Inside(http, proof)
        phone = Phone(http, inside, Invited())
        inside.leave(phone.invited)
        assert phone.claim().status_code == 200
        return phone


def lost(database: Path, writers: list[Writer]) -> int:
    """Acknowledged envelopes that are not in the file, byte for byte and once."""
    connection = sqlite3.connect(database)
    rows = connection.execute("SELECT id, data FROM waiting").fetchall()
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    kept = {(name.hex(), data) for name, data in rows}
    assert len(kept) == len(rows)
    return len({item for one in writers for item in one.acknowledged.items()} - kept)


def test_nothing_acknowledged_is_lost(
    serve: Callable[..., Served], proof: KeyPair, database: Path
) -> None:
    writers = killed(serve(), proof, KILLS)
    assert sum(len(one.acknowledged) for one in writers) >= KILLS * BEFORE_A_KILL
    assert lost(database, writers) == 0


@pytest.mark.parametrize("flag", ["acks-first"])
def test_a_server_that_answers_before_it_keeps_would_be_seen(
    serve: Callable[..., Served], proof: KeyPair, database: Path, flag: str
) -> None:
    """The deliberate breach."""
    assert lost(database, killed(serve(flag), proof, 1)) >= BEFORE_A_KILL
