"""From a phone towards the council: one envelope at a time."""

from collections.abc import Callable

import pytest

from tests.mailbox.acting import Phone, id_of, said, some
from tests.mailbox.serving import Served, client
from youthvoice.envelope.seal import new_id
from youthvoice.envelope.shape import HEADER, LARGEST, SECOND


def test_the_same_bytes_may_come_again(phone: Phone) -> None:
    data = phone.says()
    assert [phone.put(data).status_code for _ in range(3)] == [201, 200, 200]
    assert phone.send("GET", f"{phone.box}/up/{id_of(data)}").content == data
    assert phone.inside.collect()[0] == [(phone.invited.box, data)]


def test_other_bytes_under_the_same_id_are_refused(phone: Phone) -> None:
    name = new_id()
    first, second = phone.says("one", name), phone.says("two", name)
    assert phone.put(first).status_code == 201
    assert said(phone.put(second)) == (409, "different_bytes")
    assert phone.send("GET", f"{phone.box}/up/{name.hex()}").content == first


def test_what_is_confirmed_is_not_here(phone: Phone) -> None:
    data = phone.says()
    phone.put(data)
    phone.inside.confirm((phone.invited.box, data))
    assert said(phone.send("GET", f"{phone.box}/up/{id_of(data)}")) == (404, "not_here")


def changed(data: bytes, at: int, value: int) -> bytes:
    return data[:at] + bytes([value]) + data[at + 1 :]


def test_what_is_no_envelope_says_why(phone: Phone) -> None:
    data = phone.says()
    shapes = {
        "not_an_envelope": [b"", b"YV", b"{}", changed(data, 0, 0), data[: HEADER - 1]],
        "unknown_version": [changed(data, 2, 2), changed(data, 2, 0)],
        "unknown_suite": [changed(data, 3, 3), changed(data, 3, 0)],
        "wrong_size": [data[:-1], data + b"\0", data[: HEADER + SECOND]],
    }
    for code, broken in shapes.items():
        for one in broken:
            assert said(phone.put(one, id_of(data))) == (400, code)
    assert phone.inside.collect()[0] == []


def test_the_id_in_the_bytes_is_the_id_in_the_url(phone: Phone) -> None:
    data = phone.says()
    for name in (new_id().hex(), "x", id_of(data).upper() + "G", "%00"):
        assert said(phone.put(data, name)) == (400, "not_an_envelope")


def test_an_envelope_to_one_reader_does_not_go_up(phone: Phone) -> None:
    assert said(phone.put(phone.inside.letter(phone))) == (400, "not_an_envelope")


def test_more_than_a_mebibyte_is_too_large(phone: Phone) -> None:
    assert said(phone.put(bytes(LARGEST), "0" * 32)) == (400, "not_an_envelope")
    assert said(phone.put(bytes(LARGEST + 1), "0" * 32)) == (413, "too_large")
    for path in (f"{phone.box}/frames/up", f"{phone.box}/down/held", "/claims"):
        assert said(phone.send("POST", path, content=bytes(LARGEST + 1))) == (413, "too_large")


def test_a_body_of_unknown_length_has_the_same_limit(
    serve: Callable[..., Served], phone: Phone
) -> None:
    data = phone.says()
    with client(serve().start()[1]) as phone.http:
        in_parts = phone.send("PUT", f"{phone.box}/up/{id_of(data)}", content=iter([data]))
        assert in_parts.status_code == 201
        endless = (bytes(1024) for _ in range(1025))
        answer = phone.send("PUT", f"{phone.box}/up/{'0' * 32}", content=endless)
        assert said(answer) == (413, "too_large")


def test_a_foreign_box_and_an_unknown_box_are_alike(phone: Phone, other: Phone) -> None:
    data = other.says()
    answers = [
        phone.send("PUT", f"/boxes/{box}/up/{id_of(data)}", content=data)
        for box in (other.invited.box.hex(), some(16).hex(), "x", other.invited.box.hex().upper())
    ]
    assert [said(answer) for answer in answers] == [(401, "unauthorised")] * 4
    assert len({answer.headers.get("WWW-Authenticate") for answer in answers}) == 1
    assert phone.inside.collect()[0] == []


@pytest.mark.parametrize(
    "credentials", ["", "Bearer", "Bearer x", "Bearer " + "0" * 64, "Basic eDp5", "x=y"]
)
def test_without_its_token_a_box_is_shut(phone: Phone, credentials: str) -> None:
    headers = {"Authorization": credentials}
    for method, path in (
        ("PUT", "up/" + "0" * 32),
        ("GET", "up/" + "0" * 32),
        ("POST", "frames/up"),
        ("GET", "down"),
        ("GET", "down/" + "0" * 32),
        ("GET", "frames/down"),
        ("POST", "down/held"),
    ):
        answer = phone.http.request(method, f"/api{phone.box}/{path}", headers=headers)
        assert said(answer) == (401, "unauthorised")


def test_a_box_takes_a_thousand(phone: Phone, other: Phone) -> None:
    first = phone.says()
    rest = [phone.says(str(number)) for number in range(999)]
    assert phone.put(first).status_code == 201
    for start in range(0, 999, 200):
        assert {one["status"] for one in phone.put_many(*rest[start : start + 200])} == {201}
    assert said(phone.put(phone.says())) == (507, "box_full")
    assert phone.put(first).status_code == 200
    assert other.put(other.says()).status_code == 201
    phone.inside.confirm((phone.invited.box, first))
    assert phone.put(phone.says()).status_code == 201
