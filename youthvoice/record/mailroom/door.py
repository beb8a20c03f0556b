"""The only way out: requests to the mailbox, each with a short-lived token."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx
import jwt

from youthvoice import clock
from youthvoice.record.mailroom.frames import MOST_FRAMES, Frame, join, split
from youthvoice.record.mailroom.watch import Watch

TOKEN_LASTS = 120
"""Seconds; the mailbox takes 300 at most."""
TIMEOUT = httpx.Timeout(30, connect=5)
LONGEST = 60
"""Seconds of one request from its first byte to the last of its answer."""
CURSOR = re.compile("[0-9]{1,18}")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""Hosts that are never reached through the proxy that the environment names."""
MOST = 4 * 1024 * 1024
"""Bytes that are read of any answer: four times what the mailbox may send."""


class Trouble(Exception):  # noqa: N818 - a state of affairs that staff are told
    """The mailbox did not do what it was asked. `code` is stable."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Away(Trouble):
    """Nobody answered."""


@dataclass(frozen=True)
class Met:
    """What the mailbox knew: its epoch, whether that is settled, our furthest epoch and round."""

    epoch: int
    is_settled: bool
    record: tuple[int, int]


class Door:
    """The mailbox as the inside sees it. Every method raises `Trouble`. To be closed."""

    def __init__(self, url: str, private_pem: bytes) -> None:
        self._pem = private_pem
        self._client = httpx.Client(
            base_url=url,
            timeout=TIMEOUT,
            follow_redirects=False,
            trust_env=httpx.URL(url).host not in LOOPBACK,
        )
        self.was_answered = False
        self._watch = Watch(LONGEST)

    def __enter__(self) -> "Door":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def leave_invitation(self, invitation: str, body: str) -> int:
        """The status of the answer: 200 or 201 when the mailbox has it, 409 when it refuses."""
        at = f"/api/inside/invitations/{invitation}"
        return self._ask("PUT", at, (200, 201, 400, 409), json=json.loads(body))[0]

    def take_back_invitation(self, invitation: str) -> None:
        """The mailbox has forgotten it."""
        self._ask("DELETE", f"/api/inside/invitations/{invitation}", (204,))

    def claims(self) -> list[Any]:
        """The claims that were not confirmed, as the mailbox tells them."""
        told = self._told(self._ask("GET", "/api/inside/claims", (200,))[1], "claims")
        return [claim for claim in told if isinstance(claim, dict)]

    def confirm_claims(self, invitations: Sequence[str]) -> None:
        """The mailbox need not tell of these again."""
        body = {"invitations": list(invitations)}
        self._ask("POST", "/api/inside/claims/confirm", (204,), json=body)

    def meet(self) -> Met:
        """What the mailbox knows of its own epoch and of ours."""
        told = self._object(self._ask("GET", "/api/inside/epoch", (200,))[1])
        try:
            record = int(told["record"]["epoch"]), int(told["record"]["round"])
            return Met(int(told["epoch"]), bool(told["settled"]), record)
        except (TypeError, ValueError, KeyError):
            raise Trouble("mailbox_answered_oddly") from None

    def revoked_among(self, invitations: Sequence[str]) -> list[str]:
        """Those of them that the mailbox knows to be revoked."""
        body = self._ask("POST", "/api/inside/revoked", (200,), json={"invitations": invitations})
        return [str(one) for one in self._told(body[1], "revoked")]

    def say_again(self, revoked: Sequence[str], claims: Sequence[dict[str, Any]]) -> None:
        """What is revoked, and who claimed what; the mailbox holds to it."""
        told = {"revoked": list(revoked), "claims": list(claims)}
        self._ask("POST", "/api/inside/again", (204,), json=told)

    def settle(self, epoch: int, record: tuple[int, int]) -> None:
        """All was said, by us in that (epoch, round), in that epoch of the mailbox."""
        own = {"epoch": record[0], "round": record[1]}
        self._ask("POST", "/api/inside/settle", (204,), json={"epoch": epoch, "record": own})

    def collect(self, after: int) -> tuple[list[Frame], int]:
        """The oldest envelopes beyond the cursor, and the next cursor."""
        at = f"/api/inside/frames/up?after={after}"
        _, body, headers = self._ask("GET", at, (200,))
        following = headers.get("Youthvoice-Next", "")
        if not CURSOR.fullmatch(following):
            raise Trouble("mailbox_answered_oddly")
        frames = split(body)
        if len(frames) > MOST_FRAMES:
            raise Trouble("mailbox_answered_oddly")
        return frames, int(following)

    def confirm_kept(self, kept: Sequence[dict[str, str]]) -> None:
        """These bytes are kept here: the mailbox deletes them."""
        self._ask("POST", "/api/inside/up/confirm", (200,), json={"envelopes": list(kept)})

    def send(self, frames: Sequence[Frame]) -> list[tuple[int, str]]:
        """Status and error code for each envelope, in order."""
        _, body, _ = self._ask("POST", "/api/inside/frames/down", (200,), content=join(frames))
        results = self._told(body, "results")
        try:
            told = [(int(one["status"]), str(one["error"])) for one in results]
        except (TypeError, ValueError, KeyError):
            raise Trouble("mailbox_answered_oddly") from None
        if len(told) != len(frames):
            raise Trouble("mailbox_answered_oddly")
        return told

    def _ask(
        self, method: str, at: str, expected: tuple[int, ...], **body: Any
    ) -> tuple[int, bytes, httpx.Headers]:
        headers = {"Authorization": f"Bearer {self._token()}", "Accept-Encoding": "identity"}
        watched: dict[str, Any] = {"headers": headers, "extensions": {"trace": self._watch.trace}}
        try:
            with (
                self._watch,
                self._client.stream(method, at, **watched, **body) as answer,
            ):
                read = _read(answer)
        except httpx.HTTPError:
            if self._watch.is_over:
                raise Trouble("mailbox_too_slow") from None
            raise Away("mailbox_away") from None
        self.was_answered = True
        if answer.status_code not in expected:
            raise Trouble(f"mailbox_said_{answer.status_code}")
        return answer.status_code, read, answer.headers

    def _token(self) -> str:
        now = int(clock.epoch())
        claims = {"iss": "inside", "aud": "mailbox", "iat": now, "exp": now + TOKEN_LASTS}
        return jwt.encode(claims, self._pem.decode(), algorithm="ES256")

    def _object(self, body: bytes) -> dict[str, Any]:
        try:
            told = json.loads(body)
        except ValueError:
            told = None
        if not isinstance(told, dict):
            raise Trouble("mailbox_answered_oddly")
        return told

    def _told(self, body: bytes, key: str) -> list[Any]:
        try:
            told = json.loads(body)[key]
        except (ValueError, TypeError, KeyError):
            told = None
        if not isinstance(told, list):
            raise Trouble("mailbox_answered_oddly")
        return told


def _read(answer: httpx.Response) -> bytes:
    read = bytearray()
    for chunk in answer.iter_bytes():
        read += chunk
        if len(read) > MOST:
            raise Trouble("mailbox_answered_oddly")
    return bytes(read)
