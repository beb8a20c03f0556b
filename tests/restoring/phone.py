"""A phone as `static/phone/travel` makes it behave: outbox, copies, epochs, choices, receipts.

What it decides stands there in JavaScript; here it is told again so that a machine can try orders
of events by the ten thousand. `tests/journeys/test_restored.py` holds the two together.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx

from youthvoice.envelope.invitation import Device, derive, open_contents
from youthvoice.envelope.keys import KeyPair, PublicKey
from youthvoice.envelope.keyset import KeySet
from youthvoice.envelope.opening import open_envelope
from youthvoice.envelope.place import Place
from youthvoice.envelope.seal import new_id, seal
from youthvoice.envelope.shape import length_prefixed
from youthvoice.envelope.words import Words
from youthvoice.record.cases import Reader
from youthvoice.record.mailroom.frames import LENGTH

if TYPE_CHECKING:
    from tests.restoring.world import World

NO_SIGNAL = 500
AT = slice(20, 36)
STATES = ("publication", "points", "asked", "shared", "reports", "to_approve")


@dataclass
class Sending:
    """One envelope as it lies on the phone; `copied`: receipted, kept for 14 days."""

    sealed: bytes
    copied: bool = False
    again: bool = False

    @property
    def waits(self) -> bool:
        return not self.copied or self.again


@dataclass
class Phone:
    world: "World"
    invitation: str
    words: str
    check_number: str | None
    reader: Reader
    agreement: KeyPair = field(default_factory=KeyPair.new)
    signing: KeyPair = field(default_factory=KeyPair.new)
    token: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    contents: Words = field(default_factory=dict)
    kept: dict[str, Words] = field(default_factory=dict)
    out: dict[str, Sending] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    choice: tuple[int, tuple[str, ...]] = (0, ())
    tried: set[str] = field(default_factory=set)
    epoch: int = 0
    mailbox: str = ""
    ended: bool = False
    held: bool = False
    unreadable: int = 0

    @property
    def is_claimed(self) -> bool:
        return bool(self.contents)

    def claim(self) -> int:
        """The status of the answer."""
        secret = derive(self.words)
        hashed = hashlib.sha256(self.token).digest()
        device = Device(self.agreement.public.raw, self.signing.public.raw, hashed)
        asked = {
            "invitation": secret.id.hex(),
            "claim_key": secret.claim_key.hex(),
            "check_number": self.check_number,
            "device": {
                "agreement": device.agreement.hex(),
                "signing": device.signing.hex(),
                "token_sha256": hashed.hex(),
                "proof": secret.proof(device).hex(),
            },
        }
        with self.world.client() as client:
            answer = client.post("/api/claims", json=asked)
        if answer.status_code == 200:
            self.contents = open_contents(answer.content, secret)
            self.epoch = self.contents["epoch"]
        return answer.status_code

    def says(self, text: str) -> str:
        """Sealed and kept to be sent; the envelope's id."""
        value = {"question": "good-proud", "audience": "meeting", "value": {"text": text}}
        about = {"form": "views", "version": "0123456789ab", "language": "en"}
        words = {"kind": "views", "written_on": "2026-11-20", "answers": [value]} | about
        named = self._keep(words)
        self.said[named] = text
        return named

    def takes_back(self, named: str) -> str | None:
        """What has not left does not leave; anything else is followed by a taking back."""
        text = self.said[named]
        if named not in self.tried and not self.out[named].copied:
            del self.out[named], self.said[named]
            return None
        back = {"question": "good-proud", "audience": "worker", "value": {}, "taken_back": True}
        about = {"form": "views", "version": "0123456789ab", "language": "en"}
        answers = [back | {"instead_of": named}]
        del self.said[named], text
        return self._keep({"kind": "views", "written_on": "2026-11-20", "answers": answers} | about)

    def chooses(self, *parts: str) -> None:
        """What the advocate may read from now on."""
        self.choice = (self.choice[0] + 1, parts)
        number, parts = self.choice
        words = {"kind": "access", "reader": self.world.advocate.id, "parts": list(parts)}
        self._keep(words | {"n": number, "on": "2026-11-20"})

    def opens(self) -> None:
        """The app is opened anew: everything without a receipt is sent again."""
        self.tried.clear()

    def syncs(self, lost_after: int | None = None) -> None:
        """One turn: hold, collect, send. An answer that is lost ends it."""
        if not self.is_claimed:
            return
        with self.world.client(lost_after) as client:
            try:
                self._turn(client)
            except httpx.HTTPError:
                return

    def letters(self) -> str:
        """The letter that is shown."""
        letter = self.kept.get("publication", {}).get("letter")
        return str(letter["html"]) if letter else ""

    def _turn(self, client: httpx.Client) -> None:
        if not self.held:
            answer = self._ask(client, "POST", f"/api/claims/{self.invitation}/held")
            if answer is None:
                return
            self.held = True
        if self._collect(client) and self._send(client):
            self.ended = False

    def _ask(self, client: httpx.Client, method: str, at: str, **more: Any) -> Any:
        """None where the turn ends: no signal, or an ended invitation."""
        headers = {"Authorization": f"Bearer {self.token.hex()}"}
        answer = client.request(method, at, headers=headers, **more)
        if answer.status_code >= NO_SIGNAL:
            return None
        if answer.status_code == 401:
            self.ended = True
            self.kept.pop("shared", None)
            return None
        epoch = answer.headers.get("Youthvoice-Epoch", self.mailbox)
        if epoch != self.mailbox:
            self.tried.clear()
        self.mailbox = epoch
        return answer

    @property
    def _box(self) -> str:
        return f"/api/boxes/{self.contents['box']}"

    def _collect(self, client: httpx.Client) -> bool:
        seen: set[str] = set()
        while True:
            answer = self._ask(client, "GET", f"{self._box}/frames/down")
            if answer is None:
                return False
            fresh = [one for one in _frames(answer.content) if one[AT].hex() not in seen]
            if not fresh:
                return True
            for one in fresh:
                self._take(one)
            ids = [one[AT].hex() for one in fresh]
            seen.update(ids)
            if self._ask(client, "POST", f"{self._box}/down/held", json={"ids": ids}) is None:
                return False

    def _send(self, client: httpx.Client) -> bool:
        going = [n for n, one in self.out.items() if one.waits and n not in self.tried]
        if not going:
            return True
        body = length_prefixed([self.out[named].sealed for named in going])
        self.tried.update(going)  # whatever becomes of the answer, it may have left
        answer = self._ask(client, "POST", f"{self._box}/frames/up", content=body)
        return answer is not None

    def _take(self, sealed: bytes) -> None:
        place = Place("down", self.contents["council"]["id"], bytes.fromhex(self.contents["box"]))
        own = self.agreement.public
        words = open_envelope(
            sealed,
            place,
            keys={own.key_id: self.agreement},
            recipients=[own],
            signed_by=self._keys.signing,
        )
        if words.get("epoch", 0) > self.epoch:
            self._begin(words["epoch"])
        self._change(words)

    def _begin(self, epoch: int) -> None:
        """A new epoch: copies go again, and the choices are said again."""
        self.epoch = epoch
        for named, one in self.out.items():
            one.again = one.copied
            self.tried.discard(named)
        if self.reader.role == "young_person":
            number, parts = self.choice
            chosen = {"reader": self.world.advocate.id, "parts": list(parts), "n": number}
            self._keep({"kind": "again", "given": [chosen] if number else []})

    def _change(self, words: Words) -> None:
        kind = words["kind"]
        if kind == "receipt":
            for one in words["received"]:
                sending = self.out.get(one["id"])
                if sending and hashlib.sha256(sending.sealed).hexdigest() == one["sha256"]:
                    sending.copied, sending.again = True, False
        elif kind == "access":
            for one in words["given"]:
                if one["n"] > self.choice[0]:
                    self.choice = (one["n"], tuple(one["parts"]))
        elif kind == "keys":
            root = PublicKey.from_hex(self.contents["root"])
            if KeySet.checked(words["signed"], root).serial > self._keys.serial:
                self.contents["keys"] = words["signed"]
        elif kind in STATES and words["serial"] > self.kept.get(kind, {"serial": -1})["serial"]:
            self.kept[kind] = words

    @property
    def _keys(self) -> KeySet:
        return KeySet.checked(self.contents["keys"], PublicKey.from_hex(self.contents["root"]))

    def _keep(self, words: Words) -> str:
        if self.epoch:
            words = words | {"epoch": self.epoch}
        to = [self._keys.operational, self._keys.escrow]
        place = Place("up", self.contents["council"]["id"], bytes.fromhex(self.contents["box"]))
        own_id = new_id()
        sealed = seal(words, place, to=to, by=self.signing, envelope_id=own_id)
        self.out[own_id.hex()] = Sending(sealed)
        return own_id.hex()


def _frames(body: bytes) -> list[bytes]:
    found, at = [], 0
    while at < len(body):
        size = int.from_bytes(body[at : at + LENGTH], "big")
        found.append(body[at + LENGTH : at + LENGTH + size])
        at += LENGTH + size
    return found
