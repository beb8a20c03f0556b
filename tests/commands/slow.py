"""Connections that never finish what they began to say."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

HEADERS = b"PUT /api/boxes/x/up/x HTTP/1.1\r\nHost: mailbox\r\n"
BODY = HEADERS + b"Content-Length: 500000\r\n\r\n"
BEGINNINGS = {"headers": HEADERS, "a body": BODY + b"x" * 1000, "nothing": b""}


@contextmanager
def half_sent(
    port: int, many: int, beginning: bytes, over: ssl.SSLContext | None = None
) -> Iterator[list[socket.socket]]:
    """So many connections that stay open, each with the beginning of a request."""
    held: list[socket.socket] = []
    try:
        for _ in range(many):
            one = socket.create_connection(("127.0.0.1", port), timeout=30)
            one = over.wrap_socket(one) if over else one
            held.append(one)
            one.sendall(beginning)
        yield held
    finally:
        for one in held:
            one.close()


def drip(held: list[socket.socket]) -> int:
    """One more byte on each; how many of them are still there."""
    alive = 0
    for one in held:
        try:
            one.sendall(b"x")
            alive += 1
        except OSError:
            continue
    return alive
