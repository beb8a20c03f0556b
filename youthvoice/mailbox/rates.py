"""How often the mailbox answers, and whom.

* **Who has shown a box's token** is counted by that box alone, wherever they call from: a school
  full of phones behind one address is as many boxes. More bytes count as more requests.
* **Who has shown nothing** (claims, shares, wrong tokens) is counted by address. A wrong token is
  looked at before it is counted, so that somebody who sends many keeps out nobody beside them.
* **The inside, once it has proved itself,** is not counted.

An address is taken from the socket, or, where a setting says so, from the one header that the proxy
in front writes. It is kept in memory only, as a hash under a key that dies with the process.
"""

import math
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address

from flask import request

from youthvoice.mailbox.answers import Refused
from youthvoice.mailbox.buckets import Buckets, Rate

PART = 64 * 1024
"""Bytes of a body that count as one more request."""

LONGEST_WAIT = 3600
BOX = Rate(4, 1200)
STRANGER = Rate(5, 1200)


@dataclass(frozen=True)
class Allowed:
    """Rates, and the header with a caller's address; empty: the socket says it.

    The defaults are those of the settings, which give the reasons.
    """

    box: Rate = BOX
    stranger: Rate = STRANGER
    header: str = ""


class Rates:
    """What each may still ask of this process."""

    def __init__(self, allowed: Allowed, clock: Callable[[], float] = time.monotonic) -> None:
        self._boxes = Buckets(allowed.box, clock)
        self._strangers = Buckets(allowed.stranger, clock)
        self._header = f"HTTP_{allowed.header.upper().replace('-', '_')}" if allowed.header else ""
        self._key = secrets.token_bytes(32)

    def known(self, box: bytes) -> None:
        """The request in hand has shown the token of this box. Raises `Refused` (429)."""
        _wait(self._boxes.fill(box, 1 + (request.content_length or 0) / PART))

    def stranger(self) -> None:
        """The request in hand has shown nothing. Raises `Refused` (429)."""
        caller = blake2b(self._caller().encode(), key=self._key, digest_size=16)
        _wait(self._strangers.fill(caller.digest()))

    def _caller(self) -> str:
        socket = request.environ.get("REMOTE_ADDR") or ""
        return network(request.environ.get(self._header, "")) or network(socket) or socket


def network(text: str) -> str:
    """Whom an address belongs to: of IPv6 the first half, which one household or phone has.

    Empty where it is none.
    """
    try:
        address = ip_address(text.strip())
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or address.packed[:8].hex())
    return str(address)


def _wait(seconds: float) -> None:
    if seconds > 0:
        raise Refused(429, "too_many", after=min(math.ceil(seconds), LONGEST_WAIT))
