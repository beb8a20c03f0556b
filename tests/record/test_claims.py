"""Claims: believed when proved; otherwise an alarm, and the invitation is dead."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.record.conftest import People
from tests.record.looking import publish
from tests.record.phone import Phone, answer
from tests.record.served import Mailbox
from youthvoice.envelope.keys import KeyPair
from youthvoice.record.alarms import alarms_for
from youthvoice.record.cases import Reader, add_reader
from youthvoice.record.house import House
from youthvoice.record.invitations import invite, sent_to
from youthvoice.record.keys import rotate
from youthvoice.record.mailroom import round_trip
from youthvoice.record.mailroom.claims import settle
from youthvoice.record.staff import Staff
from youthvoice.record.store import Store
from youthvoice.record.views import mark_read, points_for

Invited = Callable[[Reader], Phone]


def codes(store: Store, by: Staff) -> list[str]:
    return [alarm.code for alarm in alarms_for(store, by)]


def test_a_good_claim_is_used_and_its_key_forgotten(
    house: House, people: People, phone: Phone
) -> None:
    row = house.store.row("SELECT device_key, claimed_at FROM invitations")
    assert row is not None
    assert row["device_key"] is None
    assert row["claimed_at"] is not None
    assert codes(house.store, people.worker) == []
    phone.says(answer("worry-home", "shouting"))
    round_trip(house)
    assert len(points_for(house.store, people.worker, people.case.id)) == 1


def test_a_bad_proof_raises_an_alarm_and_kills_the_invitation(
    house: House, people: People, invited: Invited
) -> None:
    phone = invited(people.young_person)
    assert phone.claim(proof=bytes(32)) == 200
    round_trip(house)
    assert codes(house.store, people.worker) == ["bad_proof"]
    sent = sent_to(house.store, people.case.id)[0]
    assert (sent.state, sent.revoked_because) == ("revoked", "bad_proof")
    assert house.store.rows("SELECT * FROM boxes") == []
    round_trip(house)
    assert phone.is_shut_out()


def test_a_claim_that_is_told_twice_is_taken_once(
    house: House, people: People, phone: Phone
) -> None:
    claim = claim_of(phone)
    assert settle(house.store, claim)
    assert codes(house.store, people.worker) == []
    assert len(house.store.rows("SELECT * FROM boxes")) == 1


def test_another_device_for_a_claimed_invitation_raises_an_alarm_and_changes_nothing(
    house: House, people: People, phone: Phone
) -> None:
    before = house.store.rows("SELECT * FROM boxes")
    other = claim_of(phone)
    other["device"] = other["device"] | {"signing": KeyPair.new().public.raw.hex()}
    assert settle(house.store, other)
    assert codes(house.store, people.worker) == ["claimed_twice"]
    assert house.store.rows("SELECT * FROM boxes") == before


CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("wrong_box", {"box": "00" * 16}),
    ("bad_device", {"device": None}),
    ("bad_device", {"device": {}}),
    ("bad_device", {"device": {"agreement": "04", "signing": "04", "token_sha256": "00"}}),
]


@pytest.mark.parametrize(("code", "change"), CHANGES)
def test_a_claim_that_is_not_right_is_never_used(
    house: House, people: People, invited: Invited, code: str, change: dict[str, Any]
) -> None:
    phone = invited(people.young_person)
    assert settle(house.store, claim_of(phone, house.store) | change)
    assert codes(house.store, people.worker) == [code]
    assert house.store.rows("SELECT * FROM boxes") == []
    assert sent_to(house.store, people.case.id)[0].state == "revoked"


@pytest.mark.parametrize("name", ["ab" * 16, "not hex", None, 7])
def test_a_claim_of_no_invitation_of_ours_raises_one_alarm(
    house: House, people: People, name: object
) -> None:
    for _ in range(2):
        assert settle(house.store, {"invitation": name}) is (name == "ab" * 16)
    assert codes(house.store, people.worker) == ["unknown_invitation"]


def test_one_bad_claim_does_not_hold_up_a_good_one(
    house: House, people: People, invited: Invited
) -> None:
    bad, good = invited(people.young_person), invited(people.young_person)
    bad.claim(proof=bytes(32))
    good.claim()
    round_trip(house)
    states = {sent.id: sent.state for sent in sent_to(house.store, people.case.id)}
    assert states[bad.secret.id.hex()] == "revoked"
    assert states[good.secret.id.hex()] == "claimed"


def test_a_second_phone_gets_what_its_reader_may_have(
    house: House, people: People, phone: Phone, ready: Callable[[], None], invited: Invited
) -> None:
    phone.says(answer("worry-home", "shouting"))
    round_trip(house)
    ready()
    publish(house.store, people.chair, people.case.id)
    round_trip(house)
    phone.reads()
    second = invited(people.young_person)
    second.claim()
    round_trip(house)
    got = {words["kind"]: words for words in second.reads()}
    assert set(got) == {"points", "publication"}
    assert got["points"]["points"][0]["value"] == {"text": "shouting"}
    assert got["publication"]["letter"]["html"] == "<p>Dear Amina</p>"


def test_two_phones_of_one_reader_are_told_the_same(
    house: House, people: People, phone: Phone, invited: Invited
) -> None:
    second = invited(people.young_person)
    second.claim()
    round_trip(house)
    sent = phone.says(answer("worry-home", "shouting"))
    round_trip(house)
    phone.reads()
    second.reads()
    mark_read(house.store, people.worker, [f"{sent}:worry-home"])
    round_trip(house)
    first, other = phone.reads_last("points"), second.reads_last("points")
    assert first["points"] == other["points"]
    assert [event["what"] for event in other["points"][0]["events"]] == ["received", "read"]


def test_a_parents_phone_gets_nothing_of_the_young_persons(
    house: House, people: People, phone: Phone, ready: Callable[[], None], invited: Invited
) -> None:
    phone.says(answer("worry-home", "shouting"))
    round_trip(house)
    ready()
    publish(house.store, people.chair, people.case.id)
    parent = invited(add_reader(house.store, people.case.id, "parent", "Hodan"))
    parent.claim()
    round_trip(house)
    assert parent.reads() == []


def test_an_invitation_from_before_a_rotation_brings_the_new_keys_after_the_claim(
    house: House, people: People, mailbox: Mailbox
) -> None:
    made = invite(house, people.young_person.id)
    round_trip(house)
    rotate(house.settings.keys)
    phone = Phone(mailbox.url, made.words, made.check_number)
    phone.claim()
    round_trip(house)
    assert phone.reads() == [{"kind": "keys", "signed": house.keys.signed}]


def claim_of(phone: Phone, store: Store | None = None) -> dict[str, Any]:
    """The claim as the mailbox would tell it."""
    box = phone.contents.get("box")
    if store is not None:
        row = store.row("SELECT box FROM invitations WHERE id = ?", [phone.secret.id.hex()])
        assert row is not None
        box = row["box"]
    return {
        "invitation": phone.secret.id.hex(),
        "box": box,
        "device": phone.device(),
        "held": False,
    }
