"""What an invitation brings to a phone: keys, names, the meeting, numbers."""

from typing import Literal

from youthvoice.envelope.words import Words
from youthvoice.record.cases import Case, Reader, about
from youthvoice.record.cases.area_words import area_words
from youthvoice.record.epochs.epoch import epoch_of
from youthvoice.record.house import House

Mode = Literal["everyday", "safer"]
"""`safer`: somebody could check the phone. Its owner is asked, and decides."""


def contents_for(house: House, case: Case, reader: Reader, box: bytes, mode: Mode) -> Words:
    """The contents, before they are sealed."""
    keys = house.keys
    return about(house.store, case, reader) | {
        "v": 1,
        "words": area_words(house.store),
        "box": box.hex(),
        "epoch": epoch_of(house.store),
        "council": {"id": house.settings.council, "name": house.settings.council_name},
        "root": keys.root.raw.hex(),
        "keys": keys.signed,
        "role": reader.role,
        "name": reader.name,
        "mode": mode,
        "language": house.settings.languages[0],
    }
