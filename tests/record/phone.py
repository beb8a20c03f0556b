"""A phone: it has words, makes its keys, claims, says things, reads what comes back."""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any

import httpx

from youthvoice.envelope.invitation import Device, derive, open_contents
from youthvoice.envelope.keys import KeyPair, PublicKey
from youthvoice.envelope.keyset import KeySet
from youthvoice.envelope.opening import open_envelope
from youthvoice.envelope.place import Place
from youthvoice.envelope.seal import new_id, seal
from youthvoice.envelope.shape import length_prefixed
from youthvoice.envelope.words import Words

Answers = list[dict[str, Any]]


def answer(question: str, text: str, audience: str = "worker") -> dict[str, Any]:
    return {"question": question, "audience": audience, "value": {"text": text}}


def views(*answers: Any) -> Words:
    return {
        "kind": "views",
        "form": "views",
        "version": "0123456789ab",
        "language": "en",
        "written_on": "2026-11-20",
        "answers": list(answers),
    }


@dataclass
class Phone:
    url: str
    words: str
    check_number: str | None
    agreement: KeyPair = field(default_factory=KeyPair.new)
    signing: KeyPair = field(default_factory=KeyPair.new)
    token: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def __post_init__(self) -> None:
        self.secret = derive(self.words)
        self.contents: Words = {}

    @property
    def box(self) -> bytes:
        return bytes.fromhex(self.contents["box"])

    @property
    def keys(self) -> KeySet:
        root = PublicKey.from_hex(self.contents["root"])
        return KeySet.checked(self.contents["keys"], root)

    def device(self, proof: bytes | None = None) -> dict[str, str]:
        hashed = hashlib.sha256(self.token).digest()
        device = Device(self.agreement.public.raw, self.signing.public.raw, hashed)
        return {
            "agreement": device.agreement.hex(),
            "signing": device.signing.hex(),
            "token_sha256": hashed.hex(),
            "proof": (proof or self.secret.proof(device)).hex(),
        }

    def claim(self, proof: bytes | None = None) -> int:
        asked = {
            "invitation": self.secret.id.hex(),
            "claim_key": self.secret.claim_key.hex(),
            "check_number": self.check_number,
            "device": self.device(proof),
        }
        answered = httpx.post(f"{self.url}/api/claims", json=asked)
        if answered.status_code == 200:
            self.contents = open_contents(answered.content, self.secret)
        return answered.status_code

    def seals(self, words: Words, envelope_id: bytes | None = None) -> bytes:
        to = [self.keys.operational, self.keys.escrow]
        place = Place("up", self.contents["council"]["id"], self.box)
        own_id = envelope_id or new_id()
        return seal(words, place, to=to, by=self.signing, envelope_id=own_id)

    def put(self, *envelopes: bytes) -> list[int]:
        body = length_prefixed(list(envelopes))
        answered = self._ask("POST", "/frames/up", content=body).json()
        return [one["status"] for one in answered["results"]]

    def says(self, *answers: Any) -> str:
        """Seals and sends; gives the envelope's id."""
        sealed = self.seals(views(*answers))
        assert self.put(sealed) == [201]
        return sealed[20:36].hex()

    def reads(self) -> list[Words]:
        """Takes everything out of its box, oldest first."""
        found: list[Words] = []
        while ids := [e["id"] for e in self._ask("GET", "/down").json()["envelopes"]]:
            found += [self._open(self._ask("GET", f"/down/{one}").content) for one in ids]
            self._ask("POST", "/down/held", json={"ids": ids})
        return found

    def reads_last(self, kind: str) -> Words:
        return [words for words in self.reads() if words["kind"] == kind][-1]

    def waiting_up(self, envelope_id: str) -> bool:
        return self._ask("GET", f"/up/{envelope_id}").status_code == 200

    def is_shut_out(self) -> bool:
        return self._ask("GET", "/down").status_code == 401

    def _open(self, sealed: bytes) -> Words:
        place = Place("down", self.contents["council"]["id"], self.box)
        own = self.agreement.public
        keys = {own.key_id: self.agreement}
        signed_by = self.keys.signing
        return open_envelope(sealed, place, keys=keys, recipients=[own], signed_by=signed_by)

    def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        url = f"{self.url}/api/boxes/{self.contents['box']}{path}"
        headers = {"Authorization": f"Bearer {self.token.hex()}"}
        return httpx.request(method, url, headers=headers, **more)
