"""Round trips: away and back, cut short anywhere, woken by what is owed."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.record.conftest import People
from tests.record.phone import Phone, answer
from tests.record.served import Mailbox
from youthvoice.envelope.keys import KeyPair
from youthvoice.record.cases import Reader
from youthvoice.record.house import House
from youthvoice.record.invitations import invite, revoke, sent_to
from youthvoice.record.keys import rotate
from youthvoice.record.mailroom import Mailroom, outgoing, round_trip, rounds, status, thread
from youthvoice.record.mailroom.door import Door, Trouble
from youthvoice.record.mailroom.frames import Frame, join, split
from youthvoice.record.views import mark_read, points_for

SOON = 20
"""Seconds after which a thread that does not do its work has failed."""


def values(house: House, people: People) -> list[object]:
    return [point.value for point in points_for(house.store, people.worker, people.case.id)]


class Rounds:
    """Real round trips, counted as they end; the first ones fail where a test says so."""

    def __init__(self, failing: int = 0) -> None:
        self._failing = failing
        self._ended = threading.Semaphore(0)

    def __call__(self, house: House) -> None:
        try:
            if self._failing:
                self._failing -= 1
                raise OSError("no space left")
            rounds.round_trip(house)
        finally:
            self._ended.release()

    def wait_for_one(self) -> None:
        assert self._ended.acquire(timeout=SOON)


def test_a_mailbox_that_is_away_is_told_and_the_next_round_heals(
    house: House, people: People, phone: Phone, mailbox: Mailbox
) -> None:
    phone.says(answer("worry-home", "shouting"))
    mailbox.stop()
    made = invite(house, people.young_person.id)
    round_trip(house)
    away = status(house.store)
    assert (away.is_away, away.last_trouble) == (True, "mailbox_away")
    assert away.last_contact is not None
    assert sent_to(house.store, people.case.id)[0].state == "going"
    mailbox.start()
    round_trip(house)
    assert not status(house.store).is_away
    assert values(house, people) == [{"text": "shouting"}]
    assert Phone(mailbox.url, made.words, made.check_number).claim() == 200


def test_before_the_first_round_there_was_no_contact(house: House) -> None:
    assert (status(house.store).last_contact, status(house.store).is_away) == (None, False)


def test_a_mailbox_that_does_not_know_us_is_trouble_not_absence(
    house: House,
) -> None:
    (house.settings.keys / "door.pem").write_bytes(KeyPair.new().to_pem())
    round_trip(house)
    found = status(house.store)
    assert (found.is_away, found.last_trouble) == (False, "mailbox_said_401")


CUTS = ["confirm_kept", "confirm_claims", "send", "collect", "claims", "leave_invitation"]


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_round_that_is_cut_short_loses_and_doubles_nothing(
    house: House,
    people: People,
    phone: Phone,
    invited: Callable[[Reader], Phone],
    monkeypatch: pytest.MonkeyPatch,
    cut: str,
    after: bool,
) -> None:
    second = invited(people.young_person)
    second.claim()
    invite(house, people.young_person.id)
    sent = {phone.says(answer("worry-home", str(n))) for n in range(3)}
    real = getattr(Door, cut)

    def cut_short(door: Door, *asked: object) -> object:
        if after:
            real(door, *asked)
        raise KeyboardInterrupt

    monkeypatch.setattr(Door, cut, cut_short)
    with pytest.raises(KeyboardInterrupt):
        round_trip(house)
    monkeypatch.undo()
    round_trip(house)
    assert values(house, people) == [{"text": str(n)} for n in range(3)]
    told = [words for words in phone.reads() if words["kind"] == "receipt"]
    assert {one["id"] for words in told for one in words["received"]} == sent
    states = [sent.state for sent in sent_to(house.store, people.case.id)]
    assert states == ["waiting", "claimed", "claimed"]
    for table in ("outgoing", "owed", "owed_receipts", "invitation_work"):
        assert house.store.rows(f"SELECT * FROM {table}") == []


def test_a_message_that_was_sent_twice_is_delivered_once(
    house: House, people: People, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.says(answer("worry-home", "shouting"))
    real = Door.send

    def answer_lost(door: Door, frames: list[Frame]) -> object:
        real(door, frames)
        raise Trouble("mailbox_said_502")

    monkeypatch.setattr(Door, "send", answer_lost)
    round_trip(house)
    waiting = house.store.rows("SELECT id, sealed FROM outgoing")
    monkeypatch.undo()
    assert len(waiting) == 2
    round_trip(house)
    assert [words["kind"] for words in phone.reads()] == ["receipt", "points"]
    assert house.store.rows("SELECT * FROM outgoing") == []


def test_a_mailbox_that_does_not_forget_is_not_asked_again_at_once(
    house: House, people: People, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise Trouble("mailbox_said_500")

    phone.says(answer("worry-home", "shouting"))
    monkeypatch.setattr(Door, "confirm_kept", refuses)
    round_trip(house)
    house.store.bell.clear()
    round_trip(house)
    assert not house.store.bell.is_set()
    assert values(house, people) == [{"text": "shouting"}]
    assert status(house.store).last_trouble == "mailbox_said_500"


def test_the_mailbox_on_this_machine_is_not_reached_through_a_proxy(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    round_trip(house)
    assert not status(house.store).is_away


def test_many_marks_are_one_message_and_serials_grow(
    house: House, people: People, phone: Phone
) -> None:
    sent = phone.says(*(answer(question, "x") for question in ("worry-home", "who-trust")))
    round_trip(house)
    first = phone.reads_last("points")
    mark_read(house.store, people.worker, [f"{sent}:worry-home"])
    mark_read(house.store, people.worker, [f"{sent}:who-trust"])
    round_trip(house)
    second = phone.reads()
    assert [words["kind"] for words in second] == ["points"]
    assert second[0]["serial"] > first["serial"]


def test_phones_learn_of_a_rotation_and_what_the_old_key_sealed_still_opens(
    house: House, people: People, phone: Phone
) -> None:
    rotate(house.settings.keys)
    round_trip(house)
    signed = phone.reads_last("keys")["signed"]
    phone.says(answer("worry-home", "old"))
    phone.contents["keys"] = signed
    assert phone.keys.serial == 2
    phone.says(answer("worry-home", "new"))
    round_trip(house)
    assert values(house, people) == [{"text": "old"}, {"text": "new"}]
    round_trip(house)
    assert [words for words in phone.reads() if words["kind"] == "keys"] == []


def test_what_was_waiting_for_a_revoked_box_goes_nowhere(
    house: House, people: People, phone: Phone, mailbox: Mailbox
) -> None:
    sent = phone.says(answer("worry-home", "shouting"))
    round_trip(house)
    mark_read(house.store, people.worker, [f"{sent}:worry-home"])
    revoke(house.store, phone.secret.id.hex())
    round_trip(house)
    assert phone.is_shut_out()
    assert status(house.store).last_trouble == ""
    assert house.store.rows("SELECT * FROM outgoing") == []


def test_one_message_that_cannot_be_sealed_holds_up_no_other(
    house: House, people: People, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("a mistake of ours")

    phone.says(answer("worry-home", "shouting"))
    monkeypatch.setattr(outgoing, "compose", fails)
    round_trip(house)
    assert [words["kind"] for words in phone.reads()] == ["receipt"]
    assert status(house.store).last_trouble == "not_sealed"
    monkeypatch.undo()
    round_trip(house)
    assert [words["kind"] for words in phone.reads()] == ["points"]


def test_keys_that_cannot_be_read_are_trouble(house: House) -> None:
    (house.settings.keys / "keyset.json").unlink()
    round_trip(house)
    assert status(house.store).last_trouble == "keys_unreadable"


def test_the_thread_goes_at_once_when_something_is_owed(
    house: House, people: People, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Rounds()
    monkeypatch.setattr(thread, "round_trip", counted)
    slow = replace(house, settings=replace(house.settings, collect_every=3600))
    mailroom = Mailroom(slow)
    mailroom.start()
    counted.wait_for_one()
    made = invite(slow, people.young_person.id)
    counted.wait_for_one()
    phone = Phone(mailbox.url, made.words, made.check_number)
    assert phone.claim() == 200
    phone.says(answer("worry-home", "shouting"))
    mailroom.wake()
    counted.wait_for_one()
    mailroom.stop()
    assert values(house, people) == [{"text": "shouting"}]


def test_the_thread_survives_a_round_that_fails(
    house: House, people: People, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Rounds(failing=1)
    monkeypatch.setattr(thread, "round_trip", counted)
    phone.says(answer("worry-home", "shouting"))
    mailroom = Mailroom(house)
    mailroom.start()
    counted.wait_for_one()
    mailroom.wake()
    counted.wait_for_one()
    mailroom.stop()
    assert values(house, people) == [{"text": "shouting"}]


def test_stopping_waits_for_the_round_that_is_under_way(house: House) -> None:
    mailroom = Mailroom(house)
    mailroom.start()
    mailroom.stop()
    house.store.close()


FRAMES = [Frame("ab" * 16, b"one"), Frame("cd" * 16, b"")]


def test_frames_come_apart_as_they_were_joined() -> None:
    assert split(join(FRAMES)) == FRAMES


@pytest.mark.parametrize("missing", [1, 10, 19, 21])
def test_a_body_that_was_cut_off_gives_what_is_whole(missing: int) -> None:
    assert split(join(FRAMES)[:-missing]) == FRAMES[: 1 if missing < 21 else 0]
