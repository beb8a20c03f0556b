"""Those who speak to the mailbox, over any HTTP client: the inside of a council, and phones."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import httpx
import jwt

from tests import clock
from youthvoice.envelope.invitation import Device, Secrets
from youthvoice.envelope.keys import KeyPair
from youthvoice.envelope.place import Place
from youthvoice.envelope.seal import new_id, seal
from youthvoice.envelope.shape import length_prefixed

JSON = dict[str, Any]


def some(size: int) -> bytes:
    return secrets.token_bytes(size)


@dataclass(frozen=True)
class Invited:
    """An invitation as the worker made it; `contents` are sealed, so any bytes will do."""

    secret: Secrets = field(default_factory=lambda: Secrets(some(16), some(32), some(32), some(32)))
    box: bytes = field(default_factory=lambda: some(16))
    check_number: str | None = "123456"
    contents: bytes = field(default_factory=lambda: some(8192), repr=False)
    expires: int = field(default_factory=lambda: clock.seconds() + 14 * 24 * 3600)

    @property
    def id(self) -> str:
        return self.secret.id.hex()

    def left(self) -> JSON:
        check = None if self.check_number is None else self.secret.check_hash(self.check_number)
        return {
            "box": self.box.hex(),
            "claim_hash": self.secret.claim_hash.hex(),
            "check_hash": None if check is None else check.hex(),
            "contents": self.contents.hex(),
            "expires": self.expires,
        }


@dataclass
class Inside:
    """The inside of a council: its keys, and what it asks of the mailbox."""

    http: httpx.Client
    proof: KeyPair
    operational: KeyPair = field(default_factory=KeyPair.new)
    escrow: KeyPair = field(default_factory=KeyPair.new)
    signing: KeyPair = field(default_factory=KeyPair.new)

    def send(self, method: str, path: str, token: str | None = None, **more: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token or self.token()}"}
        return self.http.request(method, f"/api/inside{path}", headers=headers, **more)

    def token(self, **changes: Any) -> str:
        now = clock.seconds()
        claims = {"iss": "inside", "aud": "mailbox", "iat": now, "exp": now + 60} | changes
        claims = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode(claims, self.proof.to_pem(), algorithm="ES256")

    def leave(self, invited: Invited) -> httpx.Response:
        return self.send("PUT", f"/invitations/{invited.id}", json=invited.left())

    def revoke(self, invited: Invited) -> httpx.Response:
        return self.send("DELETE", f"/invitations/{invited.id}")

    def claims(self) -> list[JSON]:
        found: list[JSON] = self.send("GET", "/claims").json()["claims"]
        return found

    def collect(self, after: int | str = 0) -> tuple[list[tuple[bytes, bytes]], int]:
        answer = self.send("GET", "/frames/up", params={"after": after})
        found = [(frame[:16], frame[16:]) for frame in frames(answer.content)]
        return found, int(answer.headers["Youthvoice-Next"])

    def confirm(self, *found: tuple[bytes, bytes]) -> int:
        named = [
            {"box": box.hex(), "id": id_of(data), "sha256": hashlib.sha256(data).hexdigest()}
            for box, data in found
        ]
        answer = self.send("POST", "/up/confirm", json={"envelopes": named})
        deleted: int = answer.json()["deleted"]
        return deleted

    def letter(self, phone: "Phone", text: str = "dear you") -> bytes:
        place = Place("down", "example", phone.invited.box)
        to = [phone.agreement.public]
        return seal({"letter": text}, place, to=to, by=self.signing, envelope_id=new_id())

    def deliver(self, *letters: tuple[bytes, bytes]) -> httpx.Response:
        body = length_prefixed([box + data for box, data in letters])
        return self.send("POST", "/frames/down", content=body)


@dataclass
class Phone:
    """A phone with an invitation; `token` is its bearer token."""

    http: httpx.Client
    inside: Inside
    invited: Invited
    agreement: KeyPair = field(default_factory=KeyPair.new)
    signing: KeyPair = field(default_factory=KeyPair.new)
    token: bytes = field(default_factory=lambda: some(32))

    @property
    def device(self) -> Device:
        hashed = hashlib.sha256(self.token).digest()
        return Device(self.agreement.public.raw, self.signing.public.raw, hashed)

    @property
    def box(self) -> str:
        return f"/boxes/{self.invited.box.hex()}"

    def asks(self, check_number: str | None = None) -> JSON:
        device = self.device
        return {
            "invitation": self.invited.id,
            "claim_key": self.invited.secret.claim_key.hex(),
            "check_number": check_number,
            "device": {
                "agreement": device.agreement.hex(),
                "signing": device.signing.hex(),
                "token_sha256": device.token_sha256.hex(),
                "proof": self.invited.secret.proof(device).hex(),
            },
        }

    def claim(self, check_number: str | None = "123456") -> httpx.Response:
        return self.http.post("/api/claims", json=self.asks(check_number))

    def send(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.token.hex()}"}
        return self.http.request(method, f"/api{path}", headers=headers, **more)

    def hold_contents(self) -> httpx.Response:
        return self.send("POST", f"/claims/{self.invited.id}/held")

    def says(self, text: str = "I want my brother there", envelope_id: bytes = b"") -> bytes:
        place = Place("up", "example", self.invited.box)
        to = [self.inside.operational.public, self.inside.escrow.public]
        name = envelope_id or new_id()
        return seal({"said": text}, place, to=to, by=self.signing, envelope_id=name)

    def put(self, data: bytes, name: str | None = None) -> httpx.Response:
        return self.send("PUT", f"{self.box}/up/{name or id_of(data)}", content=data)

    def put_many(self, *parts: bytes) -> list[JSON]:
        answer = self.send("POST", f"{self.box}/frames/up", content=length_prefixed(list(parts)))
        results: list[JSON] = answer.json()["results"]
        return results

    def waiting(self) -> list[JSON]:
        found: list[JSON] = self.send("GET", f"{self.box}/down").json()["envelopes"]
        return found

    def hold(self, *names: str) -> httpx.Response:
        return self.send("POST", f"{self.box}/down/held", json={"ids": list(names)})


@dataclass
class Safe:
    """What a phone entrusts to the mailbox, and how whoever has its PIN asks for it."""

    phone: Phone
    id: str = field(default_factory=lambda: some(16).hex())
    share: bytes = field(default_factory=lambda: some(32))
    proof: bytes = field(default_factory=lambda: some(32))

    @property
    def path(self) -> str:
        return f"{self.phone.box}/share/{self.id}"

    def body(self, keeps: "Safe | None" = None) -> JSON:
        hashed = hashlib.sha256(self.proof).hexdigest()
        return {
            "share": self.share.hex(),
            "proof_sha256": hashed,
            "keeps": keeps.id if keeps else None,
        }

    def entrust(self, keeps: "Safe | None" = None) -> httpx.Response:
        return self.phone.send("PUT", self.path, json=self.body(keeps))

    def let_go(self) -> httpx.Response:
        return self.phone.send("DELETE", self.path)

    def open(self, proof: bytes | None = None) -> httpx.Response:
        asks = {"proof": (self.proof if proof is None else proof).hex()}
        return self.phone.http.post(f"/api/shares/{self.id}/open", json=asks)


def id_of(data: bytes) -> str:
    """The envelope id that the bytes have."""
    return data[20:36].hex()


def frames(body: bytes) -> Iterable[bytes]:
    while body:
        size = int.from_bytes(body[:4], "big")
        yield body[4 : 4 + size]
        body = body[4 + size :]


def said(answer: httpx.Response) -> tuple[int, str]:
    """Status and stable code."""
    return answer.status_code, answer.json()["error"]
