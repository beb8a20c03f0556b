"""Where an envelope belongs: what must not be swapped without its ceasing to open."""

from dataclasses import dataclass
from typing import Literal

from youthvoice.envelope.keys import PublicKey
from youthvoice.envelope.shape import length_prefixed

PRODUCT = b"youthvoice/1"
Direction = Literal["up", "down"]


@dataclass(frozen=True)
class Place:
    """Direction (`up` to the council, `down` to a phone), council id, and box (16 bytes)."""

    direction: Direction
    council: str
    box: bytes

    def info(self, envelope_id: bytes, key_id: bytes) -> bytes:
        """HPKE's `info` for one recipient."""
        return length_prefixed(
            [
                PRODUCT,
                self.direction.encode(),
                self.council.encode(),
                self.box,
                envelope_id,
                key_id,
            ]
        )

    def signed(self, recipients: list[PublicKey], envelope_id: bytes, words: bytes) -> bytes:
        """What the writer signs: for whom, where to, which one, and the words."""
        thumbprints = b"".join(recipient.thumbprint for recipient in recipients)
        return length_prefixed(
            [
                PRODUCT + b" signed",
                self.direction.encode(),
                thumbprints,
                self.box,
                envelope_id,
                words,
            ]
        )
