"""Either half is put back to an earlier moment, and what follows, one story each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.restoring.phone import Phone
from tests.restoring.world import World, cheap_words


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with cheap_words():
        made = World(tmp_path)
        yield made
        made.close()


@pytest.fixture
def phone(world: World) -> Phone:
    return claimed(world, world.young)


def claimed(world: World, reader: object) -> Phone:
    made = world.invite(reader)  # type: ignore[arg-type]
    world.round()
    assert made.claim() == 200
    settle(world)
    return made


def settle(world: World) -> None:
    """As long as anything is on its way."""
    for _ in range(4):
        world.round()
        for one in world.phones:
            one.syncs()


BY_HAND = pytest.mark.parametrize("by_hand", [False, True], ids=["command", "by hand"])


@BY_HAND
def test_what_was_received_since_comes_again_and_once(
    world: World, phone: Phone, by_hand: bool
) -> None:
    phone.says("before")
    settle(world)
    world.back_up("record")
    phone.says("since")
    settle(world)
    assert all(one.copied for one in phone.out.values())
    world.restore("record", 0, by_hand=by_hand)
    assert world.said() == ["before"]
    settle(world)
    assert sorted(world.said()) == ["before", "since"]
    assert "record_restored" in world.alarms()


@BY_HAND
def test_a_letter_after_the_restore_is_shown(world: World, phone: Phone, by_hand: bool) -> None:
    world.back_up("record")
    for at in range(3):
        world.publishes(f"<p>before {at}</p>")
        settle(world)
    world.restore("record", 0, by_hand=by_hand)
    settle(world)
    assert "before 2" in phone.letters(), "the newest that there ever was stays"
    world.publishes("<p>after</p>")
    settle(world)
    assert "after" in phone.letters()


@BY_HAND
def test_an_ended_access_does_not_come_back(world: World, phone: Phone, by_hand: bool) -> None:
    advocate = claimed(world, world.advocate)
    phone.says("for nobody")
    phone.chooses("good")
    settle(world)
    assert advocate.kept["shared"]["points"]
    world.back_up("record")
    phone.chooses()
    settle(world)
    assert not advocate.kept["shared"]["points"]
    world.restore("record", 0, by_hand=by_hand)
    world.round()
    advocate.syncs()
    assert not advocate.kept["shared"]["points"], "suspended until the phone was heard"
    settle(world)
    assert not advocate.kept["shared"]["points"]
    assert phone.choice[1] == ()


def test_what_was_not_ended_is_given_again_once_the_phone_was_heard(
    world: World, phone: Phone
) -> None:
    advocate = claimed(world, world.advocate)
    phone.says("for my advocate")
    phone.chooses("good")
    settle(world)
    world.back_up("record")
    world.restore("record", 0)
    world.round()
    advocate.syncs()
    assert not advocate.kept["shared"]["points"]
    settle(world)
    assert advocate.kept["shared"]["points"]


@BY_HAND
def test_a_restored_record_learns_what_was_revoked_since(world: World, by_hand: bool) -> None:
    lost, open_one = claimed(world, world.young), world.invite(world.young)
    world.round()
    world.back_up("record")
    world.revoke(lost)
    world.revoke(open_one)
    settle(world)
    world.restore("record", 0, by_hand=by_hand)
    settle(world)
    assert lost.ended
    assert open_one.claim() == 404
    assert {row["revoked_because"] for row in world.store.rows("SELECT * FROM invitations")} == {
        "before_restore"
    }


@BY_HAND
def test_a_restored_record_learns_who_claimed_since(world: World, by_hand: bool) -> None:
    made = world.invite(world.young)
    world.round()
    world.back_up("record")
    assert made.claim() == 200
    settle(world)
    made.says("heard")
    settle(world)
    world.restore("record", 0, by_hand=by_hand)
    settle(world)
    assert world.said() == ["heard"]
    assert len(world.boxes()) == 1


def test_used_and_revoked_stay_so_when_the_mailbox_is_restored(world: World) -> None:
    used, taken_back = world.invite(world.young), world.invite(world.young)
    world.round()
    world.back_up("mailbox")
    assert used.claim() == 200
    world.revoke(taken_back)
    settle(world)
    world.restore("mailbox", 0)
    thief = Phone(world, used.invitation, used.words, used.check_number, world.young)
    late = Phone(
        world, taken_back.invitation, taken_back.words, taken_back.check_number, world.young
    )
    assert thief.claim() == late.claim() == 503, "nobody is let in before the record has spoken"
    used.says("I am still here")
    settle(world)
    assert thief.claim() == late.claim() == 404
    assert world.said() == ["I am still here"]
    assert not used.ended


@BY_HAND
def test_phones_that_the_mailbox_forgot_get_in_again(world: World, by_hand: bool) -> None:
    world.back_up("mailbox")
    phone = claimed(world, world.young)
    world.restore("mailbox", 0, by_hand=by_hand)
    phone.says("still me")
    world.publishes("<p>for you</p>")
    settle(world)
    assert world.said() == ["still me"]
    assert "for you" in phone.letters()


def test_what_waited_in_a_mailbox_that_was_lost_is_told_and_sent_again(
    world: World, phone: Phone
) -> None:
    world.back_up("mailbox")
    phone.says("on the way up")
    phone.syncs()
    world.publishes("<p>on the way down</p>")
    world.round()
    phone.says("later")
    world.restore("mailbox", 0)
    settle(world)
    assert sorted(world.said()) == ["later", "on the way up"]
    assert "on the way down" in phone.letters()


def test_an_invitation_that_the_mailbox_lost_is_left_there_again(world: World) -> None:
    world.back_up("mailbox")
    made = world.invite(world.young)
    world.round()
    world.restore("mailbox", 0)
    world.round()
    assert made.claim() == 200


def test_a_mailbox_that_begins_anew_is_told_everything(world: World, phone: Phone) -> None:
    world.mailbox.close()
    for left in world.folder.glob("mailbox.db*"):
        left.unlink()
    world._open_mailbox()
    phone.says("where is everybody")
    settle(world)
    assert world.said() == ["where is everybody"]
    assert "mailbox_restored" in world.alarms()


def test_both_restored_trusts_nobody_until_a_person_does(world: World, phone: Phone) -> None:
    stolen, unused = claimed(world, world.advocate), world.invite(world.young)
    world.round()
    for half in ("record", "mailbox"):
        world.back_up(half)
    world.revoke(stolen)
    world.revoke(unused)
    phone.says("since")
    settle(world)
    for half in ("record", "mailbox"):
        world.restore(half, 0)
    settle(world)
    assert unused.claim() == 404
    assert world.said() == ["since"], "what the phone says arrives"
    world.publishes("<p>secret</p>")
    settle(world)
    assert "secret" not in phone.letters()
    assert "both_restored" in world.alarms()
    world.trusts(phone)
    settle(world)
    assert "secret" in phone.letters()


def test_an_invitation_made_since_is_told_and_its_words_wait(world: World) -> None:
    world.back_up("record")
    phone = claimed(world, world.young)
    phone.says("hello?")
    world.restore("record", 0)
    settle(world)
    assert "invitation_since" in world.alarms()
    assert all(one.waits for one in phone.out.values()), "nothing is forgotten on the phone"


@pytest.mark.parametrize("lost_after", range(8))
def test_a_settling_that_is_broken_off_begins_again(
    world: World, phone: Phone, lost_after: int
) -> None:
    phone.says("before")
    settle(world)
    for half in ("record", "mailbox"):
        world.back_up(half)
    stolen = claimed(world, world.advocate)
    world.revoke(stolen)
    world.round()
    world.restore("mailbox", 0, by_hand=True)
    world.round(lost_after=lost_after)
    settle(world)
    assert stolen.ended
    world.restore("record", 0, by_hand=True)
    world.round(lost_after=lost_after)
    settle(world)
    assert stolen.ended
    assert world.said() == ["before"]
