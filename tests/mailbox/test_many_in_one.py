"""Many envelopes in one body: each is judged on its own, and one bad spoils none (promise 13)."""

import pytest

from tests.mailbox.acting import Phone, id_of, said, some
from youthvoice.envelope.seal import new_id
from youthvoice.envelope.shape import LARGEST
from youthvoice.mailbox import frames


def test_one_bad_in_many_stops_none(phone: Phone) -> None:
    good = [phone.says(str(number)) for number in range(40)]
    sent = [*good[:20], some(300), *good[20:]]
    results = phone.put_many(*sent)
    assert results.pop(20) == {"id": None, "status": 400, "error": "not_an_envelope"}
    assert results == [{"id": id_of(one), "status": 201, "error": None} for one in good]
    assert [data for _, data in phone.inside.collect()[0]] == good


def test_every_kind_of_result_stands_at_its_place(phone: Phone) -> None:
    name = new_id()
    first, other_bytes = phone.says("one", name), phone.says("two", name)
    letter = phone.inside.letter(phone)
    results = phone.put_many(first, first, other_bytes, b"", letter, first[:-1])
    assert [(one["status"], one["error"]) for one in results] == [
        (201, None),
        (200, None),
        (409, "different_bytes"),
        (400, "not_an_envelope"),
        (400, "not_an_envelope"),
        (400, "wrong_size"),
    ]
    assert [one["id"] for one in results] == [name.hex()] * 3 + [None] * 3


def test_a_broken_tail_is_one_result(phone: Phone) -> None:
    data = phone.says()
    whole = frames.joined([data])
    for tail in (b"\0", b"\0\0\0", b"\0\0\0\1", b"\xff\xff\xff\xff" + data):
        answer = phone.send("POST", f"{phone.box}/frames/up", content=whole + tail)
        assert [one["error"] for one in answer.json()["results"]] == [None, "malformed"]


def test_a_body_that_was_lost_on_the_way_is_no_empty_outbox(phone: Phone) -> None:
    for sent in ({"content": b""}, {}):
        answer = phone.send("POST", f"{phone.box}/frames/up", **sent)
        assert said(answer) == (400, "malformed")
        assert said(phone.inside.send("POST", "/frames/down", **sent)) == (400, "malformed")


def test_a_million_of_nothing_is_not_a_million_results(phone: Phone) -> None:
    answer = phone.send("POST", f"{phone.box}/frames/up", content=bytes(LARGEST))
    results = answer.json()["results"]
    assert len(results) == frames.MOST + 1
    assert results[-1]["error"] == "malformed"


def test_a_full_box_judges_the_rest_on_its_own(phone: Phone) -> None:
    envelopes = [phone.says(str(number)) for number in range(1002)]
    for start in range(0, 900, 180):
        phone.put_many(*envelopes[start : start + 180])
    results = phone.put_many(*envelopes[900:], envelopes[0])
    assert [one["status"] for one in results] == [201] * 100 + [507] * 2 + [200]
    assert results[-2] == {"id": id_of(envelopes[-1]), "status": 507, "error": "box_full"}


@pytest.mark.parametrize("parts", [[], [b""], [b"a", b"", b"b" * 300]])
def test_frames_come_apart_as_they_were_joined(parts: list[bytes]) -> None:
    assert list(frames.split(frames.joined(parts))) == parts


def test_a_batch_for_a_foreign_box_is_refused_whole(phone: Phone, other: Phone) -> None:
    body = frames.joined([other.says()])
    assert said(phone.send("POST", f"{other.box}/frames/up", content=body)) == (
        401,
        "unauthorised",
    )
