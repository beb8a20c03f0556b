"""Key pairs and the sets in which a council publishes them."""

import pytest

from tests.envelope.walk import pair, public
from youthvoice.envelope.keys import KeyPair, PublicKey
from youthvoice.envelope.keyset import KeySet
from youthvoice.envelope.shape import BadEnvelope

SET = KeySet("norfolk", 7, public("operational"), public("escrow"), public("signing"))


def test_a_pair_survives_its_file() -> None:
    made = KeyPair.new()
    assert KeyPair.from_pem(made.to_pem()).public == made.public


def test_new_pairs_differ() -> None:
    assert KeyPair.new().public != KeyPair.new().public


def test_a_signature_is_64_bytes_and_of_one_thing() -> None:
    signature = pair("root").sign(b"this")
    assert len(signature) == 64
    assert public("root").verifies(signature, b"this")
    assert not public("root").verifies(signature, b"that")


def test_a_public_key_from_text_is_a_point_on_the_curve() -> None:
    assert PublicKey.from_hex(public("root").raw.hex()) == public("root")
    with pytest.raises(BadEnvelope, match="bad_key"):
        PublicKey.from_hex("04" + "11" * 64)
    with pytest.raises(BadEnvelope, match="bad_hex"):
        PublicKey.from_hex(public("root").raw.hex().upper())


def test_a_signed_set_comes_back() -> None:
    assert KeySet.checked(SET.signed(pair("root")), public("root")) == SET


def test_a_set_under_another_root_is_refused() -> None:
    with pytest.raises(BadEnvelope, match="bad_key_set"):
        KeySet.checked(SET.signed(pair("stranger")), public("root"))
