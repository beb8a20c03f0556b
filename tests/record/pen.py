"""A box that is in use, and a hand that seals for it: what a phone can send, without a phone."""

from dataclasses import dataclass, field

from tests.record.phone import Answers
from youthvoice.envelope.keys import KeyPair
from youthvoice.envelope.place import Place
from youthvoice.envelope.seal import new_id, seal
from youthvoice.envelope.words import Words
from youthvoice.record.cases import Reader
from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom.frames import Frame
from youthvoice.record.store import Row, Store


@dataclass
class Pen:
    store: Store
    keys: KeyFolder
    reader: Reader
    box: str = field(default_factory=lambda: new_id().hex())
    pair: KeyPair = field(default_factory=KeyPair.new)

    def __post_init__(self) -> None:
        invitation: Row = {"id": self.box, "reader": self.reader.id, "box": self.box}
        invitation |= {"keys_serial": 1, "made_on": "2026-11-02", "expires": "2026-11-16"}
        public = self.pair.public.raw.hex()
        box: Row = {"box": self.box, "reader": self.reader.id, "invitation": self.box}
        box |= {"agreement": public, "signing": public, "token_sha256": ""}
        with self.store.write() as database:
            claimed = {"claimed_at": self.store.now().isoformat()}
            database.table("invitations").insert(invitation | claimed)
            database.table("boxes").insert(box | {"keys_serial": self.keys.current.serial})

    def seals(self, words: Words) -> Frame:
        current = self.keys.current
        place = Place("up", current.council, bytes.fromhex(self.box))
        to = [current.operational, current.escrow]
        return Frame(self.box, seal(words, place, to=to, by=self.pair, envelope_id=new_id()))

    def garbage(self, n: int, size: int = 200) -> Frame:
        return Frame(self.box, b"YV\x01\x02" + n.to_bytes(size, "big"))


def many(question: str, count: int, start: int = 0) -> Answers:
    """Answers to one question, over and over."""
    return [
        {"question": question, "audience": "worker", "value": {"text": f"{n}"}}
        for n in range(start, start + count)
    ]
