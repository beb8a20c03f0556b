"""Nothing that was changed opens, and nothing that is wrong raises anything but its one error."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.envelope import cases
from tests.envelope.walk import opens, outcome, pair
from youthvoice.envelope import invitation, shape, words
from youthvoice.envelope.invitation import Secrets
from youthvoice.envelope.shape import BadEnvelope

BY_NAME = {case["name"]: case for case in cases.stored()["opens"]}
ORIGINALS = {name: bytes.fromhex(BY_NAME[name]["envelope"]) for name in BY_NAME}
SHORT = [name for name, data in ORIGINALS.items() if len(data) < 5000]

ASCII = st.text(st.characters(max_codepoint=127), max_size=8)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(1 - 2**53, 2**53 - 1) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ASCII, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def mutants(draw: st.DrawFn) -> tuple[str, bytes]:
    """An original's name, and its bytes changed at one to four places."""
    name = draw(st.sampled_from(SHORT))
    data = ORIGINALS[name]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, 300) | st.integers(0, len(data)))
        new = draw(st.binary(max_size=70))
        gone = draw(st.just(len(new)) | st.integers(0, 100))
        data = data[:at] + new + data[at + gone :]
    return name, data


@settings(max_examples=2000)
@given(mutants())
def test_no_mutant_opens(made: tuple[str, bytes]) -> None:
    name, data = made
    if data == ORIGINALS[name]:
        return
    with pytest.raises(BadEnvelope):
        opens(BY_NAME[name] | {"envelope": data.hex()})


@pytest.mark.parametrize("name", ["up, english", "down, english"])
def test_no_bit_of_the_head_can_be_turned(name: str) -> None:
    whole = ORIGINALS[name]
    for bit in range(8 * (len(whole) - 4096 - 16)):
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        assert "error" in outcome("opens", BY_NAME[name] | {"envelope": data.hex()})


@settings(max_examples=500)
@given(st.binary(max_size=400))
def test_any_bytes_are_an_envelope_or_bad(data: bytes) -> None:
    with pytest.raises(BadEnvelope):
        shape.read(data)


@settings(max_examples=500)
@given(st.dictionaries(ASCII, JSON, max_size=3))
def test_words_come_back_as_they_were(some: dict[str, Any]) -> None:
    assert words.from_bytes(words.to_bytes(some)) == some


@settings(max_examples=1000)
@given(JSON, st.integers(0, 200), st.sampled_from(list(' 0-."\\{}[],:eE1nu\n')))
def test_what_is_read_is_what_would_be_written(some: Any, at: int, extra: str) -> None:
    text = words.to_bytes({"a": some}).decode()
    data = (text[:at] + extra + text[at:]).encode()
    try:
        found = words.from_bytes(data)
    except BadEnvelope:
        return
    assert words.to_bytes(found) == data


@settings(max_examples=500)
@given(st.binary(max_size=9000))
def test_contents_that_nobody_sealed_do_not_open(data: bytes) -> None:
    with pytest.raises(BadEnvelope):
        invitation.open_contents(data, Secrets(bytes(16), bytes(32), bytes(32), bytes(32)))


@settings(max_examples=500)
@given(st.binary(max_size=70), st.binary(max_size=70))
def test_a_signature_that_nobody_made_is_false(signature: bytes, data: bytes) -> None:
    assert pair("root").public.verifies(signature, data) is False
