"""Inviting: the words are shown once and kept nowhere; what came of each invitation is told."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.record.conftest import Clock, People
from tests.record.phone import Phone
from tests.record.served import Mailbox
from youthvoice.record.cases import Reader, add_reader
from youthvoice.record.house import House
from youthvoice.record.invitations import invite, revoke, sent_to
from youthvoice.record.mailroom import claims, round_trip
from youthvoice.record.staff.access import NotYours


def test_a_phone_with_the_words_gets_what_the_record_put_in(
    house: House, people: People, phone: Phone
) -> None:
    contents = phone.contents
    assert contents["council"] == {"id": "example", "name": "Example Council"}
    assert (contents["role"], contents["name"], contents["form"]) == (
        "young_person",
        "Amina",
        "views",
    )
    assert contents["worker"] == {"name": "Grace Adeyemi", "role": "worker"}
    assert contents["chair"] == {"name": "Siân Hughes"}
    assert contents["meeting"] == {"on": "2026-12-04", "at": "16:00", "place": "The Old Library"}
    assert contents["people"] == ["Sam Osei, youth worker"]
    assert contents["numbers"] == [
        {"name": "Duty team", "number": "020 7946 0101", "call": "+442079460101", "text": ""}
    ]
    assert phone.keys == house.keys.current


def test_a_parent_is_asked_in_a_form_of_their_own_and_not_told_whom_the_council_suggests(
    house: House, people: People, invited: Callable[[Reader], Phone]
) -> None:
    parent = add_reader(house.store, people.case.id, "parent", "Hodan")
    phone = invited(parent)
    assert phone.claim() == 200
    assert (phone.contents["role"], phone.contents["form"]) == ("parent", "family")
    assert phone.contents["people"] == []


def test_words_link_and_check_number_are_kept_nowhere(
    house: House, people: People, tmp_path: Path
) -> None:
    made = invite(house, people.young_person.id)
    assert made.link == f"https://phone.example/#{made.words}"
    house.store.close()
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("record.db*"))
    assert made.id.encode() in kept
    assert made.words.encode() not in kept
    assert str(made.check_number).encode() not in kept


def test_the_qr_code_is_an_inline_drawing(house: House, people: People) -> None:
    drawn = invite(house, people.young_person.id).qr_svg()
    assert drawn.startswith("<svg")
    assert "<path" in drawn


def test_the_qr_code_is_as_large_as_its_place(house: House, people: People) -> None:
    [start] = re.findall("<svg[^>]*>", invite(house, people.young_person.id).qr_svg())
    assert re.search(r'viewBox="0 0 (\d+) \1"', start)
    assert "width" not in start
    assert "height" not in start


def test_a_worker_may_leave_the_check_number_out(
    house: House, people: People, mailbox: Mailbox
) -> None:
    made = invite(house, people.young_person.id, with_check_number=False)
    round_trip(house)
    assert made.check_number is None
    assert Phone(mailbox.url, made.words, None).claim() == 200


def test_fourteen_days_unless_the_worker_says_otherwise(
    house: House, people: People, clock: Clock
) -> None:
    now = clock.moment.replace(microsecond=0)
    assert invite(house, people.young_person.id).expires == now + timedelta(days=14)
    assert invite(house, people.young_person.id, days=3).expires == now + timedelta(days=3)


def test_only_staff_of_the_case_may_invite_and_revoke(house: House, people: People) -> None:
    with pytest.raises(NotYours):
        invite(house, people.young_person.id, by=people.stranger)
    made = invite(house, people.young_person.id, by=people.worker)
    with pytest.raises(NotYours):
        revoke(house.store, made.id, by=people.stranger)
    with pytest.raises(NotYours):
        revoke(house.store, "0" * 32, by=people.worker)


def test_what_became_of_an_invitation_is_told(
    house: House, people: People, mailbox: Mailbox, clock: Clock
) -> None:
    def state() -> str:
        return sent_to(house.store, people.case.id)[0].state

    made = invite(house, people.young_person.id)
    assert state() == "going"
    round_trip(house)
    assert state() == "waiting"
    clock.moment += timedelta(days=15)
    assert state() == "expired"
    clock.moment -= timedelta(days=15)
    Phone(mailbox.url, made.words, made.check_number).claim()
    round_trip(house)
    assert state() == "claimed"
    assert sent_to(house.store, people.case.id)[0].claimed_at == house.store.now()
    revoke(house.store, made.id, by=people.worker)
    assert state() == "revoked"


def test_a_revoked_invitation_cannot_be_claimed(
    house: House, people: People, mailbox: Mailbox
) -> None:
    made = invite(house, people.young_person.id)
    round_trip(house)
    revoke(house.store, made.id)
    round_trip(house)
    assert Phone(mailbox.url, made.words, made.check_number).claim() == 404


def test_one_that_was_revoked_before_it_went_never_goes(
    house: House, people: People, mailbox: Mailbox
) -> None:
    made = invite(house, people.young_person.id)
    revoke(house.store, made.id)
    round_trip(house)
    assert Phone(mailbox.url, made.words, made.check_number).claim() == 404
    assert house.store.rows("SELECT * FROM invitation_work") == []


def test_revoking_twice_is_revoking_once(house: House, people: People, clock: Clock) -> None:
    made = invite(house, people.young_person.id)
    revoke(house.store, made.id)
    first = sent_to(house.store, people.case.id)
    clock.moment += timedelta(days=1)
    revoke(house.store, made.id)
    assert sent_to(house.store, people.case.id) == first


def test_one_that_nobody_claimed_in_time_is_taken_out_of_the_world(
    house: House, people: People, mailbox: Mailbox, clock: Clock
) -> None:
    made = invite(house, people.young_person.id, days=1)
    round_trip(house)
    clock.moment += timedelta(days=1, minutes=59)
    round_trip(house)
    row = house.store.row("SELECT device_key, revoked_at FROM invitations")
    assert row is not None
    assert row["device_key"] is not None
    clock.moment += timedelta(minutes=1)
    round_trip(house)
    row = house.store.row("SELECT device_key FROM invitations")
    assert row == {"device_key": None}
    [work] = house.store.rows("SELECT invitation, what FROM invitation_work")
    assert work == {"invitation": made.id, "what": "delete"}
    round_trip(house)
    assert house.store.rows("SELECT * FROM invitation_work") == []
    assert Phone(mailbox.url, made.words, made.check_number).claim() == 404
    assert [one.state for one in sent_to(house.store, people.case.id)] == ["expired"]


def test_one_that_was_claimed_is_never_retired(
    house: House, people: People, phone: Phone, clock: Clock
) -> None:
    clock.moment += timedelta(days=100)
    round_trip(house)
    round_trip(house)
    assert [one.state for one in sent_to(house.store, people.case.id)] == ["claimed"]
    assert not phone.is_shut_out()


def test_a_claim_that_the_record_learns_of_late_counts(
    house: House, people: People, invited: Callable[[Reader], Phone], clock: Clock
) -> None:
    phone = invited(people.young_person)
    phone.claim()
    clock.moment += timedelta(days=100)
    round_trip(house)
    assert [one.state for one in sent_to(house.store, people.case.id)] == ["claimed"]


def test_a_claim_that_cannot_be_handled_yet_is_not_retired(
    house: House,
    people: People,
    invited: Callable[[Reader], Phone],
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("a mistake of ours")

    phone = invited(people.young_person)
    phone.claim()
    clock.moment += timedelta(days=100)
    monkeypatch.setattr(claims, "settle", fails)
    round_trip(house)
    monkeypatch.undo()
    round_trip(house)
    assert [one.state for one in sent_to(house.store, people.case.id)] == ["claimed"]
    assert not phone.is_shut_out()
