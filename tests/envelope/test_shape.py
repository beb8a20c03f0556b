"""What anybody who carries an envelope can read of it, and no more."""

import pytest

from tests.envelope import cases
from tests.envelope.walk import public
from youthvoice.envelope import shape
from youthvoice.envelope.shape import BadEnvelope

OPENS = [case for case in cases.stored()["opens"] if "of" not in case]


@pytest.mark.parametrize("case", OPENS, ids=lambda case: case["name"])
def test_the_outside_names_its_readers_and_its_id(case: cases.Case) -> None:
    envelope = shape.read(bytes.fromhex(case["envelope"]))
    readers = [public(name).key_id for name in case["recipients"]]
    assert [part.key_id for part in envelope.recipients] == readers
    assert envelope.envelope_id.hex() == case["envelope_id"]
    assert envelope.suite == len(readers)


@pytest.mark.parametrize("case", OPENS, ids=lambda case: case["name"])
def test_the_parts_are_the_whole(case: cases.Case) -> None:
    data = bytes.fromhex(case["envelope"])
    envelope = shape.read(data)
    first = envelope.recipients[0]
    assert data.startswith(envelope.head)
    assert data.endswith(envelope.body or first.ciphertext)
    assert len(envelope.head + (envelope.body or first.ciphertext)) == len(data)


def test_different_lists_of_parts_give_different_bytes() -> None:
    lists: list[list[bytes]] = [[], [b""], [b"", b""], [b"ab"], [b"a", b"b"], [b"", b"ab"]]
    assert len({shape.length_prefixed(parts) for parts in lists}) == len(lists)


@pytest.mark.parametrize("text", ["0", "0G", "AB", " 00", "00\n", "０0", "0x00"])
def test_hexadecimal_has_one_alphabet(text: str) -> None:
    with pytest.raises(BadEnvelope, match="bad_hex"):
        shape.from_hex(text)


def test_hexadecimal_comes_back() -> None:
    assert shape.from_hex("00ff1a") == b"\x00\xff\x1a"
