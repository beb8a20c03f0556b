"""Voice notes and pictures in pieces: any order, again, late, foreign, hostile. Nothing is lost."""

import base64
import hashlib
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.record.conftest import People
from tests.record.phone import Phone, views
from youthvoice.envelope.words import Words
from youthvoice.record.alarms import alarms_for
from youthvoice.record.attached.magic import type_of
from youthvoice.record.attached.pieces import MOST_PIECES, make_piece, odd_piece
from youthvoice.record.attached.wholes import attached_to, whole_of
from youthvoice.record.cases import Reader, add_reader
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip
from youthvoice.record.store import Store
from youthvoice.record.views import Point, points_for

WEBM = b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 4


def name_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def pieces_of(data: bytes, of: int) -> list[Words]:
    size = -(-len(data) // of)
    parts = [data[at * size : (at + 1) * size] for at in range(of)]
    return [
        {
            "kind": "piece",
            "whole": name_of(data),
            "at": at,
            "of": of,
            "data": base64.b64encode(part).decode(),
        }
        for at, part in enumerate(parts)
    ]


def spoken(data: bytes, question: str = "worry-home") -> Words:
    voice = {"sha256": name_of(data), "type": "audio/webm", "bytes": len(data), "seconds": 7}
    return views({"question": question, "audience": "worker", "value": {"voice": voice}})


def send(house: House, phone: Phone, *words: Words) -> None:
    assert phone.put(*(phone.seals(one) for one in words)) == [201] * len(words)
    round_trip(house)


def only_point(house: House, people: People) -> Point:
    [point] = points_for(house.store, people.worker, people.case.id)
    return point


def is_here(house: House, people: People) -> bool:
    [one] = attached_to(house.store, only_point(house, people))
    return one.is_here


def codes(house: House, people: People) -> list[str]:
    return [alarm.code for alarm in alarms_for(house.store, people.worker)]


def test_a_recording_in_pieces_is_whole_when_the_last_has_come(
    house: House, people: People, phone: Phone
) -> None:
    send(house, phone, spoken(WEBM))
    first, second, third = pieces_of(WEBM, 3)
    for piece in (third, first):
        send(house, phone, piece)
        assert not is_here(house, people)
        assert whole_of(house.store, only_point(house, people), "voice") is None
    send(house, phone, second)
    assert whole_of(house.store, only_point(house, people), "voice") == (WEBM, "audio/webm")
    assert only_point(house, people).problems == []
    assert codes(house, people) == []


def test_each_piece_has_its_receipt_and_makes_no_point(
    house: House, people: People, phone: Phone
) -> None:
    send(house, phone, *pieces_of(WEBM, 3))
    [receipt] = [words for words in phone.reads() if words["kind"] == "receipt"]
    assert len(receipt["received"]) == 3
    assert points_for(house.store, people.worker, people.case.id) == []


def test_pieces_before_the_answer_that_names_them_wait_for_it(
    house: House, people: People, phone: Phone
) -> None:
    send(house, phone, *pieces_of(WEBM, 2))
    send(house, phone, spoken(WEBM))
    assert is_here(house, people)


def test_a_piece_that_comes_again_in_another_envelope_changes_nothing(
    house: House, people: People, phone: Phone
) -> None:
    first, second = pieces_of(WEBM, 2)
    send(house, phone, first, first, spoken(WEBM), second, second)
    assert is_here(house, people)
    assert codes(house, people) == []


def test_the_same_recording_cut_in_two_ways_is_one(
    house: House, people: People, phone: Phone
) -> None:
    send(house, phone, spoken(WEBM), *pieces_of(WEBM, 2)[:1], *pieces_of(WEBM, 3))
    assert whole_of(house.store, only_point(house, people), "voice") == (WEBM, "audio/webm")
    send(house, phone, *pieces_of(WEBM, 2)[1:])
    assert len(house.store.rows("SELECT * FROM wholes")) == 1
    assert codes(house, people) == []


def test_anothers_pieces_neither_complete_nor_show_a_recording(
    house: House, people: People, phone: Phone, invited: Callable[[Reader], Phone]
) -> None:
    other = invited(add_reader(house.store, people.case.id, "advocate", "Ruth"))
    other.claim()
    round_trip(house)
    first, second = pieces_of(WEBM, 2)
    send(house, phone, spoken(WEBM), first)
    send(house, other, second)
    assert not is_here(house, people)
    send(house, other, first)
    assert not is_here(house, people)
    point = replace(only_point(house, people), reader=people.young_person)
    assert whole_of(house.store, point, "voice") is None
    send(house, phone, second)
    assert is_here(house, people)


def test_a_piece_that_differs_from_what_came_first_is_kept_with_an_alarm(
    house: House, people: People, phone: Phone
) -> None:
    first, second = pieces_of(WEBM, 2)
    send(house, phone, spoken(WEBM), first)
    send(house, phone, first | {"data": second["data"]})
    assert codes(house, people) == ["odd_piece"]
    send(house, phone, second)
    assert is_here(house, people)
    assert len(house.store.rows("SELECT * FROM envelopes")) == 4


def test_pieces_that_are_not_what_their_name_says_make_no_whole(
    house: House, people: People, phone: Phone
) -> None:
    lies = [piece | {"whole": name_of(WEBM)} for piece in pieces_of(b"other" * 10, 2)]
    send(house, phone, spoken(WEBM), *lies)
    assert not is_here(house, people)
    assert codes(house, people) == ["broken_whole"]


GOOD = pieces_of(WEBM, 2)[0]
ODD: list[dict[str, Any]] = [
    {"whole": "0A" * 32},
    {"whole": name_of(WEBM)[1:]},
    {"whole": 7},
    {"at": 2},
    {"at": -1},
    {"at": True},
    {"at": "0"},
    {"of": 0},
    {"of": MOST_PIECES + 1},
    {"of": None},
    {"data": ""},
    {"data": "AA"},
    {"data": "AA==\n"},
    {"data": "AA*="},
    {"data": "é==="},
    {"data": 7},
    {"data": ["AA=="]},
]


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_an_odd_piece_is_kept_as_it_came_with_an_alarm(
    house: House, people: People, phone: Phone, odd: dict[str, Any]
) -> None:
    send(house, phone, GOOD | odd)
    assert codes(house, people) == ["odd_piece"]
    row = house.store.row("SELECT words, problems FROM envelopes")
    assert row is not None
    assert (json.loads(row["words"]), row["problems"]) == (GOOD | odd, '["odd_piece"]')
    assert house.store.rows("SELECT * FROM pieces") == []
    assert [w["received"] for w in phone.reads() if w["kind"] == "receipt"] != []


def test_a_piece_without_its_parts_is_kept_with_an_alarm(
    house: House, people: People, phone: Phone
) -> None:
    send(house, phone, {"kind": "piece"})
    assert codes(house, people) == ["odd_piece"]


@pytest.mark.parametrize("table", ["pieces", "wholes"])
@pytest.mark.parametrize("how", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_no_piece_and_no_whole_can_be_edited(
    house: House, people: People, phone: Phone, table: str, how: str
) -> None:
    send(house, phone, *pieces_of(WEBM, 2))
    with (
        pytest.raises(sqlite3.IntegrityError, match="kept as they were"),
        house.store.write() as database,
    ):
        database.execute(how.format(table))
    assert house.store.rows(f"SELECT * FROM {table}") != []


@pytest.mark.parametrize("value", [{"voice": 7}, {"voice": {"sha256": []}}, "text", {"voice": {}}])
def test_an_answer_that_names_nothing_has_nothing(
    house: House, people: People, phone: Phone, value: Any
) -> None:
    answer = {"question": "worry-home", "audience": "worker", "value": value}
    send(house, phone, views(answer))
    assert attached_to(house.store, only_point(house, people)) == []
    assert whole_of(house.store, only_point(house, people), "voice") is None


@given(
    data=st.binary(min_size=1, max_size=400),
    of=st.integers(1, 6),
    shuffled=st.randoms(use_true_random=False),
    repeats=st.integers(0, 3),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_any_order_and_however_often_the_bytes_come_back_exactly(
    store: Store, people: People, data: bytes, of: int, shuffled: Any, repeats: int
) -> None:
    """One reader for each example, so that each begins with nothing."""
    reader = add_reader(store, people.case.id, "parent", "Hodan")
    sent = [piece for piece in pieces_of(data, of) if piece["data"]]
    sent = [piece | {"of": len(sent)} for piece in sent]
    sent += sent[:repeats]
    shuffled.shuffle(sent)
    for piece in sent:
        assert odd_piece(store, reader, piece) == []
        assert make_piece(store, reader, envelope(store, reader.id, piece), piece)() == []
    rows = store.rows("SELECT sha256, bytes, type FROM wholes WHERE reader = ?", [reader.id])
    assert rows == [{"sha256": name_of(data), "bytes": len(data), "type": type_of(data)}]


def envelope(store: Store, reader: str, words: Words) -> str:
    """The row that a piece has among the envelopes."""
    with store.write() as database:
        arrival = {"box": "b", "raw": b"", "kept_at": "", "state": "opened", "sha256": ""}
        count = store.rows("SELECT count(*) AS n FROM arrivals")[0]["n"]
        database.table("arrivals").insert(arrival | {"id": f"e{count}"})
        row = {"id": f"e{count}", "arrival": count + 1, "reader": reader, "problems": "[]"}
        row |= {"words": json.dumps(words), "received_on": "2026-11-21"}
        database.table("envelopes").insert(row)
    return f"e{count}"
