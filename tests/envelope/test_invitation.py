"""An invitation as the record makes it and as the mailbox and the record check it."""

import re
from typing import Any

import pytest

from tests.envelope.walk import pair
from youthvoice.envelope import invitation
from youthvoice.envelope.invitation import Device, Secrets
from youthvoice.envelope.shape import BadEnvelope

SECRETS = Secrets(b"i" * 16, b"c" * 32, b"o" * 32, b"d" * 32)
DEVICE = Device(pair("device").public.raw, pair("device signing").public.raw, b"t" * 32)


def test_new_words_are_six_of_the_list_and_never_the_same() -> None:
    made = [invitation.new_words() for _ in range(50)]
    assert len(set(made)) == 50
    for words in made:
        assert invitation.normalise(words) == words
        assert len(words.split("-")) == 6


def test_no_word_on_paper_has_two_parts_or_sounds_like_one_that_has() -> None:
    """`yo-yo` would be counted as two, and `yoyo` is a word of the list as well."""
    words = invitation.listed_words()
    assert [word for word in words if not re.fullmatch("[a-z]{3,}", word)] == []
    assert len(set(words)) == 7771
    assert len({invitation.normalise(word) for word in words}) == 7771
    assert {"yoyo", "down", "shirt"} & set(words) == {"down", "shirt"}


def test_a_check_number_is_six_digits() -> None:
    made = {invitation.new_check_number() for _ in range(200)}
    assert len(made) > 150
    assert all(len(number) == 6 and number.isdigit() for number in made)


def test_a_proof_is_of_one_device_and_one_invitation() -> None:
    proof = SECRETS.proof(DEVICE)
    other = Device(DEVICE.signing, DEVICE.agreement, DEVICE.token_sha256)
    key = SECRETS.device_key
    assert invitation.proves(key, SECRETS.id, DEVICE, proof)
    assert not invitation.proves(key, SECRETS.id, other, proof)
    assert not invitation.proves(key, b"j" * 16, DEVICE, proof)
    assert not invitation.proves(b"e" * 32, SECRETS.id, DEVICE, proof)
    assert not invitation.proves(key, SECRETS.id, DEVICE, proof[:-1])


def test_hashes_tell_invitations_and_numbers_apart() -> None:
    other = Secrets(b"i" * 16, b"x" * 32, b"o" * 32, b"d" * 32)
    assert SECRETS.claim_hash != other.claim_hash
    assert SECRETS.check_hash("000000") != SECRETS.check_hash("000001")
    assert SECRETS.check_hash("000000") != other.check_hash("000000")


@pytest.mark.parametrize("contents", [{}, {"a": "x" * 8180}, {"a": "x" * 8181}, {"a": "é" * 9000}])
def test_contents_come_back_in_steps_of_8_kib(contents: dict[str, Any]) -> None:
    sealed = invitation.seal_contents(contents, SECRETS)
    assert (len(sealed) - 12 - 16) % 8192 == 0
    assert invitation.open_contents(sealed, SECRETS) == contents


def test_contents_are_sealed_anew_each_time() -> None:
    assert invitation.seal_contents({}, SECRETS) != invitation.seal_contents({}, SECRETS)


def test_contents_of_one_invitation_do_not_open_under_another() -> None:
    sealed = invitation.seal_contents({}, SECRETS)
    with pytest.raises(BadEnvelope, match="does_not_open"):
        invitation.open_contents(sealed, Secrets(b"j" * 16, b"c" * 32, b"o" * 32, b"d" * 32))


def test_secrets_are_not_printed() -> None:
    assert "cccc" not in repr(SECRETS)
    assert "oooo" not in repr(SECRETS)
    assert "dddd" not in repr(SECRETS)
    assert pair("root").private.private_numbers().private_value.to_bytes(
        32, "big"
    ).hex() not in repr(pair("root"))
