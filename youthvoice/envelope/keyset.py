"""What a council says of its own keys: a signed, numbered set. A phone refuses an older one."""

from dataclasses import dataclass

from youthvoice.envelope.keys import KeyPair, PublicKey
from youthvoice.envelope.place import PRODUCT
from youthvoice.envelope.shape import BadEnvelope, length_prefixed
from youthvoice.envelope.words import Words, to_bytes


@dataclass(frozen=True)
class KeySet:
    """Public keys of one council: `serial` only grows; `root` signs the set and is in no set."""

    council: str
    serial: int
    operational: PublicKey
    escrow: PublicKey
    signing: PublicKey

    def words(self) -> Words:
        """The set as it travels, unsigned."""
        return {
            "council": self.council,
            "escrow": self.escrow.raw.hex(),
            "operational": self.operational.raw.hex(),
            "serial": self.serial,
            "signing": self.signing.raw.hex(),
        }

    def signed(self, root: KeyPair) -> Words:
        """The set with the root's signature: `{"set": …, "signature": hex}`."""
        return {"set": self.words(), "signature": root.sign(_signed(self.words())).hex()}

    @classmethod
    def checked(cls, signed: Words, root: PublicKey) -> "KeySet":
        """The set, if the root signed it. Raises `BadEnvelope`."""
        try:
            words, signature = signed["set"], bytes.fromhex(signed["signature"])
            keys = {name: PublicKey.from_hex(words[name]) for name in _KEYS}
            found = cls(str(words["council"]), int(words["serial"]), **keys)
        except (KeyError, TypeError, ValueError):
            raise BadEnvelope("bad_key_set") from None
        if found.words() != words or not root.verifies(signature, _signed(words)):
            raise BadEnvelope("bad_key_set")
        return found


_KEYS = ("operational", "escrow", "signing")


def _signed(words: Words) -> bytes:
    return length_prefixed([PRODUCT + b" key set", to_bytes(words)])
