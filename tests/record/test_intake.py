"""What arrives is kept, opened, and kept verbatim; what is wrong is quarantined, never dropped."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from tests.record.conftest import People
from tests.record.looking import publish
from tests.record.phone import Phone, answer, views
from youthvoice.envelope.keys import KeyPair
from youthvoice.envelope.place import Place
from youthvoice.envelope.seal import new_id, seal
from youthvoice.envelope.shape import LARGEST
from youthvoice.record.alarms import alarms_for
from youthvoice.record.cases import Reader, add_reader
from youthvoice.record.house import House
from youthvoice.record.invitations import revoke
from youthvoice.record.mailroom import intake, round_trip, status
from youthvoice.record.mailroom.frames import Frame
from youthvoice.record.mailroom.intake import open_kept
from youthvoice.record.mailroom.keeping import keep
from youthvoice.record.views import Point, points_for

Invited = Callable[[Reader], Phone]
HARD = [
    "plain",
    "😀 ناس <script>alert(1)</script>\u0000\t\n\r\u2028 ' \" \\ ﷽",
    "ж" * 10_000,
    "e\u0301 is not \u00e9",
    "  spaces stay  ",
]


def take_in(house: House, box: str, *envelopes: bytes) -> None:
    """As `collect` does it, with bytes that the real mailbox would refuse to carry."""
    keep(house.store, house.keys, [Frame(box, one) for one in envelopes])
    open_kept(house.store, house.keys)


def points(house: House, people: People) -> list[Point]:
    return points_for(house.store, people.worker, people.case.id)


def codes(house: House, people: People) -> list[str]:
    return [alarm.code for alarm in alarms_for(house.store, people.worker)]


def arrivals(house: House) -> list[tuple[str, str]]:
    rows = house.store.rows("SELECT state, reason FROM arrivals ORDER BY n")
    return [(row["state"], row["reason"]) for row in rows]


@pytest.mark.parametrize("text", HARD)
def test_words_arrive_exactly_as_they_were_written(
    house: House, people: People, phone: Phone, text: str
) -> None:
    phone.says(answer("worry-home", text))
    round_trip(house)
    point = points(house, people)[0]
    assert point.value == {"text": text}
    assert point.lines(str) == [text]
    assert (point.written_on, point.problems) == ("2026-11-20", [])


def test_the_mailbox_forgets_what_was_kept(house: House, people: People, phone: Phone) -> None:
    sent = phone.says(answer("worry-home", "shouting"))
    assert phone.waiting_up(sent)
    round_trip(house)
    assert not phone.waiting_up(sent)


def test_a_receipt_names_the_envelope_and_its_bytes(
    house: House, people: People, phone: Phone
) -> None:
    sealed = phone.seals(views(answer("worry-home", "shouting")))
    phone.put(sealed)
    round_trip(house)
    named = {"id": sealed[20:36].hex(), "sha256": hashlib.sha256(sealed).hexdigest()}
    expected = {"kind": "receipt", "received": [named], "on": house.store.today().isoformat()}
    assert phone.reads_last("receipt") == expected


def test_one_receipt_for_everything_that_came_at_once(
    house: House, people: People, phone: Phone
) -> None:
    sent = [phone.says(answer("worry-home", str(n))) for n in range(5)]
    round_trip(house)
    received = [words for words in phone.reads() if words["kind"] == "receipt"]
    assert len(received) == 1
    assert [one["id"] for one in received[0]["received"]] == sent


def test_a_repeated_envelope_gets_another_receipt_and_nothing_twice(
    house: House, people: People, phone: Phone
) -> None:
    sealed = phone.seals(views(answer("worry-home", "shouting")))
    phone.put(sealed)
    round_trip(house)
    first = phone.reads_last("receipt")
    assert phone.put(sealed) == [201]
    round_trip(house)
    assert phone.reads_last("receipt")["received"] == first["received"]
    assert len(points(house, people)) == 1
    assert codes(house, people) == []


def test_the_same_id_with_other_words_is_quarantined(
    house: House, people: People, phone: Phone
) -> None:
    own_id = new_id()
    for text in ("first", "second"):
        phone.put(phone.seals(views(answer("worry-home", text)), own_id))
        round_trip(house)
    assert [point.value for point in points(house, people)] == [{"text": "first"}]
    assert codes(house, people) == ["different_bytes"]
    assert arrivals(house) == [("opened", ""), ("quarantined", "different_bytes")]


def test_bytes_that_do_not_open_cannot_take_the_id_of_those_that_do(
    house: House, people: People, phone: Phone
) -> None:
    sealed = phone.seals(views(answer("worry-home", "shouting")))
    take_in(house, phone.contents["box"], sealed[:-1] + bytes([sealed[-1] ^ 1]))
    take_in(house, phone.contents["box"], sealed)
    assert len(points(house, people)) == 1
    assert codes(house, people) == ["does_not_open"]


def test_an_envelope_replayed_into_another_box_is_quarantined(
    house: House, people: People, phone: Phone, invited: Invited
) -> None:
    second = invited(people.young_person)
    second.claim()
    round_trip(house)
    sealed = phone.seals(views(answer("worry-home", "shouting")))
    take_in(house, second.contents["box"], sealed)
    assert codes(house, people) == ["does_not_open"]
    take_in(house, phone.contents["box"], sealed)
    assert len(points(house, people)) == 1


def forged(phone: Phone, by: KeyPair) -> bytes:
    place = Place("up", "example", phone.box)
    to = [phone.keys.operational, phone.keys.escrow]
    return seal(views(answer("who-trust", "me")), place, to=to, by=by, envelope_id=new_id())


def for_others(phone: Phone) -> bytes:
    place = Place("up", "example", phone.box)
    to = [KeyPair.new().public, phone.keys.escrow]
    return seal(views(), place, to=to, by=phone.signing, envelope_id=new_id())


def for_one(phone: Phone) -> bytes:
    place, to = Place("up", "example", phone.box), [phone.keys.operational]
    return seal(views(), place, to=to, by=phone.signing, envelope_id=new_id())


def of_another_council(phone: Phone) -> bytes:
    place = Place("up", "elsewhere", phone.box)
    to = [phone.keys.operational, phone.keys.escrow]
    return seal(views(), place, to=to, by=phone.signing, envelope_id=new_id())


BAD: list[tuple[str, Callable[[Phone], bytes]]] = [
    ("bad_signature", lambda phone: forged(phone, KeyPair.new())),
    ("unknown_key", for_others),
    ("unknown_suite", for_one),
    ("does_not_open", of_another_council),
    ("not_an_envelope", lambda _: b""),
    ("not_an_envelope", lambda _: b"YV" + bytes(20)),
    ("not_an_envelope", lambda phone: b"XX" + phone.seals(views())[2:]),
    ("unknown_version", lambda phone: b"YV\x02" + phone.seals(views())[3:]),
    ("unknown_suite", lambda phone: b"YV\x01\x09" + phone.seals(views())[4:]),
    ("wrong_size", lambda phone: phone.seals(views()) + b"x"),
    ("too_large", lambda phone: phone.seals(views()).ljust(LARGEST + 1)),
]


@pytest.mark.parametrize(("code", "make"), BAD)
def test_whatever_is_wrong_is_quarantined_with_its_bytes_and_holds_up_nobody(
    house: House, people: People, phone: Phone, code: str, make: Callable[[Phone], bytes]
) -> None:
    bad, good = make(phone), phone.seals(views(answer("worry-home", "shouting")))
    take_in(house, phone.contents["box"], bad, good)
    assert codes(house, people) == [code]
    alarm = alarms_for(house.store, people.worker)[0]
    assert alarm.reader == people.young_person
    row = house.store.row("SELECT raw FROM arrivals WHERE state = 'quarantined'")
    assert row == {"raw": bad}
    assert len(points(house, people)) == 1


def test_what_is_quarantined_does_not_come_again(
    house: House, people: People, phone: Phone
) -> None:
    bad = forged(phone, KeyPair.new())
    phone.put(bad)
    round_trip(house)
    assert not phone.waiting_up(bad[20:36].hex())
    phone.put(bad)
    round_trip(house)
    assert codes(house, people) == ["bad_signature"]
    assert arrivals(house) == [("quarantined", "bad_signature")]


def test_a_box_that_nobody_knows_raises_an_alarm_that_all_staff_see(
    house: House, people: People, phone: Phone
) -> None:
    take_in(house, "00" * 16, phone.seals(views()))
    for one in (people.worker, people.stranger):
        assert [alarm.code for alarm in alarms_for(house.store, one)] == ["unknown_box"]


def test_a_revoked_box_is_not_believed(house: House, people: People, phone: Phone) -> None:
    revoke(house.store, phone.secret.id.hex())
    take_in(house, phone.contents["box"], phone.seals(views(answer("who-trust", "me"))))
    assert codes(house, people) == ["revoked_box"]
    assert points(house, people) == []


def test_an_envelope_that_outruns_its_claim_waits_for_it(
    house: House, people: People, invited: Invited
) -> None:
    phone = invited(people.young_person)
    phone.claim()
    take_in(house, phone.contents["box"], phone.seals(views(answer("worry-home", "shouting"))))
    assert (arrivals(house), codes(house, people)) == ([("kept", "")], [])
    round_trip(house)
    assert len(points(house, people)) == 1


def test_what_fails_for_a_reason_of_ours_is_tried_again(
    house: House, people: People, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, first = intake.make_words, phone.says(answer("worry-home", "first"))
    phone.says(answer("worry-home", "second"))

    def fails(store: Any, reader: Any, envelope_id: str, *rest: Any) -> Any:
        if envelope_id == first:
            raise RuntimeError("a mistake of ours")
        return real(store, reader, envelope_id, *rest)

    monkeypatch.setattr(intake, "make_words", fails)
    round_trip(house)
    round_trip(house)
    assert [point.value for point in points(house, people)] == [{"text": "second"}]
    assert [alarm.code for alarm in alarms_for(house.store, people.worker)] == ["not_handled"]
    assert status(house.store).last_trouble == "not_handled"
    assert [w["received"][0]["id"] == first for w in phone.reads() if "received" in w] == [False]
    monkeypatch.undo()
    round_trip(house)
    assert len(points(house, people)) == 2
    assert phone.reads_last("receipt")["received"][0]["id"] == first


ODD: list[tuple[list[str], Any]] = [
    (["unknown_question"], answer("not-asked-any-more", "still kept")),
    (["unknown_audience"], answer("who-trust", "gran", "everybody")),
    (["unknown_part"], {"question": "who-trust", "audience": "worker", "value": {"x": "y"}}),
    (["wrong_type"], {"question": "who-trust", "audience": "worker", "value": {"text": [1]}}),
    (["does_not_fit"], {"question": "safe-home", "audience": "worker", "value": {"number": 11}}),
    (["not_a_value"], {"question": "who-trust", "audience": "worker", "value": "gran"}),
    (["not_an_answer"], "just words"),
    (["cannot_be_checked"], {"question": "who-trust", "audience": [], "value": {"text": "x"}}),
]


@pytest.mark.parametrize(("problems", "odd"), ODD)
def test_an_answer_that_does_not_fit_is_kept_and_shown_as_written(
    house: House, people: People, phone: Phone, problems: list[str], odd: Any
) -> None:
    phone.says(odd, answer("worry-home", "shouting"))
    round_trip(house)
    found = points(house, people)
    assert len(found) == 2
    point = next(point for point in found if point.problems)
    assert point.problems == problems
    assert point.value == (odd["value"] if isinstance(odd, dict) else odd)
    assert point.lines(str)
    assert phone.reads_last("points")["points"][0]["value"] == point.value


def test_an_answer_with_an_odd_audience_is_for_the_worker_alone(
    house: House, people: People, phone: Phone
) -> None:
    phone.says(answer("who-trust", "gran", "everybody"))
    round_trip(house)
    assert points_for(house.store, people.chair, people.case.id) == []


def test_a_question_that_stands_twice_is_kept_twice(
    house: House, people: People, phone: Phone
) -> None:
    sent = phone.says(answer("who-trust", "gran"), answer("who-trust", "nobody", "meeting"))
    round_trip(house)
    assert [point.id for point in points(house, people)] == [
        f"{sent}:who-trust",
        f"{sent}:who-trust#2",
    ]


@pytest.mark.parametrize(
    "words", [{"kind": "later"}, {}, {"kind": "views"}, {"kind": "views", "answers": 3}]
)
def test_a_kind_that_we_do_not_know_is_kept_and_looked_at(
    house: House, people: People, phone: Phone, words: dict[str, Any]
) -> None:
    sealed = phone.seals(words)
    phone.put(sealed)
    round_trip(house)
    row = house.store.row("SELECT words FROM envelopes")
    assert row is not None
    assert json.loads(row["words"]) == words
    assert codes(house, people) == ["unknown_kind"]
    assert phone.reads_last("receipt")["received"][0]["id"] == sealed[20:36].hex()


def test_what_a_parents_phone_sends_never_stands_among_the_young_persons_points(
    house: House, people: People, invited: Invited
) -> None:
    parent = invited(add_reader(house.store, people.case.id, "parent", "Hodan"))
    parent.claim()
    round_trip(house)
    parent.says(answer("worry-home", "as if I were her"))
    round_trip(house)
    assert points(house, people) == []
    assert codes(house, people) == ["not_for_this_reader"]
    assert len(house.store.rows("SELECT * FROM envelopes")) == 1


@pytest.mark.parametrize("table", ["points", "envelopes", "events", "publications"])
@pytest.mark.parametrize("how", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_nothing_that_was_said_can_be_edited(
    house: House,
    people: People,
    phone: Phone,
    ready: Callable[[], None],
    table: str,
    how: str,
) -> None:
    phone.says(answer("worry-home", "shouting"))
    round_trip(house)
    ready()
    publish(house.store, people.chair, people.case.id)
    before = house.store.rows(f"SELECT * FROM {table}")
    with (
        pytest.raises(sqlite3.IntegrityError, match="kept as they were"),
        house.store.write() as database,
    ):
        database.execute(how.format(table))
    assert house.store.rows(f"SELECT * FROM {table}") == before != []
