"""What a council says of its own keys: a signed, numbered set. A phone refuses an older one."""

from dataclasses import dataclass

from youthvoice.envelope.keys import KeyPair, PublicKey
from youthvoice.envelope.place import PRODUCT
from youthvoice.envelope.shape import BadEnvelope, from_hex, length_prefixed
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
        """The set, if the root signed it. Raises `BadEnvelope`.

        Whether it is older than the one at hand is for the caller to ask.
        """
        try:
            found = cls._read(signed["set"])
            genuine = root.verifies(from_hex(signed["signature"]), _signed(signed["set"]))
        except (KeyError, TypeError, ValueError):
            raise BadEnvelope("bad_key_set") from None
        if not genuine:
            raise BadEnvelope("bad_key_set")
        return found

    @classmethod
    def _read(cls, words: Words) -> "KeySet":
        council, serial = words["council"], words["serial"]
        if set(words) != _NAMES or type(council) is not str or type(serial) is not int:
            raise BadEnvelope("bad_key_set")
        return cls(council, serial, **{name: PublicKey.from_hex(words[name]) for name in _KEYS})


_KEYS = ("operational", "escrow", "signing")
_NAMES = {"council", "serial", *_KEYS}


def _signed(words: Words) -> bytes:
    return length_prefixed([PRODUCT + b" key set", to_bytes(words)])
