"""Whatever bytes come, the answer is one of the stable codes (promise 7)."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from flask import Flask
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.mailbox.acting import Inside, Phone, id_of
from tests.mailbox.conftest import HOOKS, claimed
from youthvoice.envelope.keys import KeyPair
from youthvoice.mailbox import create_mailbox, open_store

CODES = {
    (201, None),
    (200, None),
    (400, "not_an_envelope"),
    (400, "unknown_version"),
    (400, "unknown_suite"),
    (400, "wrong_size"),
    (400, "malformed"),
    (409, "different_bytes"),
    (507, "box_full"),
}


@pytest.fixture(scope="module")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    path: Path = tmp_path_factory.mktemp("noise") / "mailbox.db"
    proof = KeyPair.new()
    store = open_store(path)
    app = Flask("small")
    app.register_blueprint(create_mailbox(store, proof.public_pem().decode()))
    transport = httpx.WSGITransport(app)
    with httpx.Client(transport=transport, base_url="http://mailbox", event_hooks=HOOKS) as http:
        yield claimed(Inside(http, proof))
    store.close()


@st.composite
def mutants(draw: st.DrawFn, data: bytes) -> bytes:
    """An envelope cut, lengthened or with some octets changed, mostly in its head."""
    found = bytearray(data)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.one_of(st.integers(0, 40), st.integers(0, len(data) - 1)))
        found[at] = draw(st.integers(0, 255))
    cut = draw(st.one_of(st.just(len(data)), st.integers(0, len(data))))
    return bytes(found[:cut]) + draw(st.binary(max_size=8))


@given(st.data())
def test_octets_to_put_give_stable_codes(phone: Phone, data: st.DataObject) -> None:
    sent = data.draw(st.one_of(st.binary(max_size=400), mutants(phone.says())))
    answer = phone.put(sent, id_of(sent) or "0" * 32)
    code = answer.json()["error"] if answer.status_code >= 400 else None
    assert (answer.status_code, code) in CODES


@given(st.data())
def test_octets_in_frames_give_stable_codes(phone: Phone, data: st.DataObject) -> None:
    whole = b"".join(
        len(one).to_bytes(4, "big") + one for one in (phone.says("one"), phone.says("two"))
    )
    sent = data.draw(st.one_of(st.binary(max_size=400), mutants(whole)))
    answer = phone.send("POST", f"{phone.box}/frames/up", content=sent)
    assert answer.status_code == (200 if sent else 400)
    assert {(one["status"], one["error"]) for one in answer.json().get("results", [])} <= CODES


@given(st.data())
def test_octets_as_json_are_malformed(phone: Phone, data: st.DataObject) -> None:
    texts = st.recursive(st.none() | st.booleans() | st.text() | st.integers(), st.lists)
    fields = st.dictionaries(
        st.sampled_from(["ids", "invitation", "device", "share", "proof"]), texts
    )
    name = "0" * 32
    asking = [
        ("POST", "/claims"),
        ("POST", f"{phone.box}/down/held"),
        ("PUT", f"{phone.box}/share/{name}"),
        ("POST", f"/shares/{name}/open"),
    ]
    for method, path in asking:
        if data.draw(st.booleans()):
            answer = phone.send(method, path, content=data.draw(st.binary(max_size=100)))
        else:
            answer = phone.send(method, path, json=data.draw(fields))
        assert answer.status_code == 204 or answer.json() == {"error": "malformed"}


@given(name=st.text(st.characters(max_codepoint=255, exclude_characters="/"), min_size=1))
def test_any_name_in_a_url_gives_a_stable_code(phone: Phone, name: str) -> None:
    """Each character reaches the app as one octet, so most names are not even UTF-8."""
    assume(name not in (".", ".."))
    answer = phone.send("GET", f"{phone.box}/up/{quote(name, safe='')}")
    assert (answer.status_code, answer.json()) == (404, {"error": "not_here"})
    answer = phone.send("POST", f"/shares/{quote(name, safe='')}/open", json={"proof": "0" * 64})
    assert (answer.status_code, answer.json()) == (404, {"error": "share_unusable"})
    answer = phone.send("GET", f"/boxes/{quote(name, safe='')}/down")
    assert (answer.status_code, answer.json()) == (401, {"error": "unauthorised"})
