"""Promise 16: restored to any earlier moment, nothing said is lost unseen, no ended consent and no
revoked invitation comes back, no message is ignored.

A machine plays a young person with up to two phones, an advocate, staff, and two halves of which
either is backed up and put back, by the command, at any time and to any earlier backup. At every
step it looks at what must never be; at the end all comes to rest, and it looks at what must be.

`make soak` (`TESTS_SOAK=1`) plays 10,000 stories of 50 steps; each change 200 of 30, which is a
minute of one processor.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.restoring.phone import Phone
from tests.restoring.world import World, cheap_words

SOAK = bool(os.environ.get("TESTS_SOAK"))
STORIES, STEPS = (10_000, 50) if SOAK else (200, 30)
REST = 5
"""Rounds after which nothing is on its way any more."""
MEMORY = Path("/dev/shm")
HALVES = st.sampled_from(["record", "mailbox"])
WHICH = st.integers(0, 3)
LOST = st.none() | st.integers(0, 12)


class Restored(RuleBasedStateMachine):
    """What everybody does, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.cheap = cheap_words()
        self.cheap.__enter__()
        self.world = World(self.folder)
        self.texts = 0
        self.letter = ""
        self.serials: dict[str, int] = {}
        self.revoked: list[Phone] = []
        self.ended_at = 0
        self.is_gone = False

    def teardown(self) -> None:
        try:
            self.comes_to_rest()
        finally:
            self.world.close()
            self.cheap.__exit__(None, None, None)
            shutil.rmtree(self.folder)

    @initialize()
    def begins(self) -> None:
        """A young person and an advocate with a phone each, and a first backup of both halves."""
        for reader in (self.world.young, self.world.advocate):
            self.world.invite(reader)
        self.world.round()
        for phone in self.world.phones:
            assert phone.claim() == 200
        self.world.round()
        for half in ("record", "mailbox"):
            self.world.back_up(half)

    @property
    def young(self) -> list[Phone]:
        return [
            one
            for one in self.world.phones
            if one.reader.role == "young_person" and one.is_claimed and one not in self.revoked
        ]

    @property
    def advocate(self) -> Phone:
        return next(one for one in self.world.phones if one.reader.role == "advocate")

    @rule(which=WHICH)
    @precondition(lambda self: self.young)
    def says(self, which: int) -> None:
        self.texts += 1
        self._young(which).says(f"text {self.texts}")

    @rule(which=WHICH)
    @precondition(lambda self: any(one.said for one in self.young))
    def takes_back(self, which: int) -> None:
        phone = next(one for one in self.young if one.said)
        named = list(phone.said)[which % len(phone.said)]
        phone.takes_back(named)

    @rule(which=WHICH)
    @precondition(lambda self: self.young)
    def consents(self, which: int) -> None:
        self._young(which).chooses("good")

    @rule(which=WHICH)
    @precondition(lambda self: self.young)
    def ends_consent(self, which: int) -> None:
        self._young(which).chooses()

    @rule()
    @precondition(lambda self: len(self.world.phones) < 4)
    def invites(self) -> None:
        self.world.invite(self.world.young)

    @rule(which=WHICH)
    @precondition(lambda self: any(not one.is_claimed for one in self.world.phones))
    def claims(self, which: int) -> None:
        unclaimed = [one for one in self.world.phones if not one.is_claimed]
        phone = unclaimed[which % len(unclaimed)]
        status = phone.claim()
        assert phone not in self.revoked or status != 200, "a revoked invitation came back"

    @rule(which=WHICH)
    @precondition(lambda self: len(self.world.phones) - len(self.revoked) > 2)
    def revokes(self, which: int) -> None:
        """A later invitation of the young person's, claimed or not; the mailbox is told."""
        later = [one for one in self.world.phones[2:] if one not in self.revoked]
        phone = later[which % len(later)]
        sql = "SELECT 1 FROM invitations WHERE id = ?"
        if self.world.store.row(sql, [phone.invitation]) is None:
            return
        self.world.revoke(phone)
        self.world.round()
        self.revoked.append(phone)

    @rule(lost=LOST)
    def goes_round(self, lost: int | None) -> None:
        self.world.round(lost_after=lost)

    @rule(which=WHICH, lost=LOST)
    def syncs(self, which: int, lost: int | None) -> None:
        self.world.phones[which % len(self.world.phones)].syncs(lost)

    @rule(which=WHICH)
    def opens(self, which: int) -> None:
        self.world.phones[which % len(self.world.phones)].opens()

    @rule()
    def publishes(self) -> None:
        self.texts += 1
        self.letter = f"<p>letter {self.texts}</p>"
        self.world.publishes(self.letter)

    @rule(half=HALVES)
    def backs_up(self, half: str) -> None:
        self.world.back_up(half)

    @rule(half=HALVES, which=WHICH)
    def restores(self, half: str, which: int) -> None:
        self.world.restore(half, which)
        if half == "record":
            self.letter = ""

    @rule(which=WHICH)
    def is_trusted(self, which: int) -> None:
        """A worker looks at who is still right, and never at one that was taken back."""
        phone = self.world.phones[which % len(self.world.phones)]
        if phone not in self.revoked and self._is_known(phone):
            self.world.trusts(phone)

    @invariant()
    def no_revoked_phone_hears_anything(self) -> None:
        for phone in self.revoked:
            before = dict(phone.kept)
            phone.syncs()
            for kind, words in phone.kept.items():
                assert words == before.get(kind), f"{kind} came to a phone that was shut out"

    @invariant()
    def what_was_ended_stays_ended(self) -> None:
        """Once it has gone from the advocate's phone, only a newer choice brings it back."""
        if not self.world.phones:
            return
        parts = self.advocate.kept.get("shared", {"parts": []})["parts"]
        last, chosen = self._last_choice()
        if "good" not in chosen and last >= self.ended_at:
            self.ended_at, self.is_gone = last, self.is_gone or "good" not in parts
        newest = max((one.choice[0] for one in self.world.phones if one.choice[1]), default=0)
        if newest > self.ended_at:
            self.is_gone = False
        assert not (self.is_gone and "good" in parts), "an ended access came back"

    @invariant()
    def serials_only_grow(self) -> None:
        for phone in self.world.phones:
            for kind, words in phone.kept.items():
                name = f"{phone.invitation} {kind}"
                assert words["serial"] >= self.serials.get(name, 0)
                self.serials[name] = words["serial"]

    def settles(self) -> None:
        """Everybody in reach, for a while."""
        for _ in range(REST):
            self.world.round()
            for phone in self.world.phones:
                phone.syncs()

    def comes_to_rest(self) -> None:
        """Everybody is trusted and in reach; then what must be is looked at."""
        if not self.world.phones:
            return
        for _ in range(REST):
            for phone in self.world.phones:
                if phone not in self.revoked and self._is_known(phone):
                    self.world.trusts(phone)
            self.world.round()
            for phone in self.world.phones:
                phone.opens()
                phone.syncs()
        self.no_word_is_lost()
        self.no_ended_consent_is_back()
        self.no_letter_is_ignored()
        self.no_revoked_phone_hears_anything()

    def no_word_is_lost(self) -> None:
        said = self.world.said()
        for phone in self.young:
            for text in phone.said.values():
                found = said.count(text)
                if self._is_known(phone):
                    assert found == 1, f"{text} is there {found} times"
                else:
                    assert "invitation_since" in self.world.alarms() or phone.ended
                    assert all(one.waits for one in phone.out.values()), "forgotten on the phone"
        assert len([text for text in said if text]) == len({text for text in said if text})

    def no_ended_consent_is_back(self) -> None:
        """What the advocate reads is what every phone of hers that is in use agrees to."""
        shared = self.advocate.kept.get("shared", {"parts": []})
        known = [one for one in self.young if self._is_known(one)]
        last = max((one.choice[0] for one in self.young), default=0)
        for phone in known:
            if phone.choice[0] == last and "good" not in phone.choice[1]:
                assert "good" not in shared["parts"], "an ended access came back"

    def no_letter_is_ignored(self) -> None:
        for phone in self.young:
            if self.letter and self._is_known(phone):
                assert phone.letters() == self.letter, "a letter was ignored"

    def _last_choice(self) -> tuple[int, set[str]]:
        """The number of the last choice that the record has, and what it gives."""
        rows = self.world.store.rows("SELECT counter, parts FROM access ORDER BY counter")
        last = [row for row in rows if row["counter"] == rows[-1]["counter"]]
        given = [set(json.loads(row["parts"])) for row in last]
        return (last[-1]["counter"], set.intersection(*given)) if last else (0, {"good"})

    def _young(self, which: int) -> Phone:
        return self.young[which % len(self.young)]

    def _is_known(self, phone: Phone) -> bool:
        sql = "SELECT 1 FROM boxes WHERE invitation = ? AND revoked_at IS NULL"
        return self.world.store.row(sql, [phone.invitation]) is not None


def play(stories: int = STORIES, steps: int = STEPS) -> None:
    run_state_machine_as_test(
        Restored,
        settings=settings(
            max_examples=stories,
            stateful_step_count=steps,
            deadline=None,
            derandomize=not SOAK,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        ),
    )


def test_whatever_is_restored_when() -> None:
    play()


def words_are_lost(machine: Restored) -> None:
    machine.says(0)
    machine.settles()
    machine.restores("record", 0)


def a_letter_is_ignored(machine: Restored) -> None:
    for _ in range(3):
        machine.publishes()
        machine.settles()
    machine.restores("record", 0)
    machine.publishes()


def an_ended_access_comes_back(machine: Restored) -> None:
    machine.says(0)
    machine.consents(0)
    machine.settles()
    machine.backs_up("record")
    machine.ends_consent(0)
    machine.settles()
    machine.what_was_ended_stays_ended()
    machine.says(0)
    machine.syncs(0, None)
    machine.restores("record", 1)
    machine.goes_round(None)
    machine.advocate.syncs()
    machine.what_was_ended_stays_ended()


def a_revoked_phone_comes_back(machine: Restored) -> None:
    machine.invites()
    machine.settles()
    machine.claims(0)
    machine.settles()
    machine.publishes()
    machine.goes_round(None)
    machine.backs_up("mailbox")
    machine.revokes(0)
    machine.restores("mailbox", 1)
    machine.goes_round(None)
    machine.no_revoked_phone_hears_anything()


def a_used_invitation_is_new(machine: Restored) -> None:
    machine.invites()
    machine.settles()
    machine.backs_up("mailbox")
    machine.revokes(0)
    machine.restores("mailbox", 1)
    machine.goes_round(None)
    machine.claims(0)


BREACHES: dict[Callable[[Restored], None], tuple[str, Any]] = {
    words_are_lost: ("tests.restoring.phone.Phone._begin", lambda *_: None),
    a_letter_is_ignored: ("youthvoice.record.epochs.begin.fresh", lambda *_: 0),
    an_ended_access_comes_back: ("youthvoice.record.epochs.begin.suspend_all", lambda *_: None),
    a_revoked_phone_comes_back: ("youthvoice.record.mailroom.door.Door.say_again", lambda *_: None),
    a_used_invitation_is_new: ("youthvoice.record.mailroom.door.Door.say_again", lambda *_: None),
}


@pytest.mark.parametrize("story", BREACHES, ids=lambda story: story.__name__)
def test_a_breach_is_found_and_without_it_the_same_story_ends_well(
    story: Callable[[Restored], None],
) -> None:
    tell(story)
    where, what = BREACHES[story]
    with patch(where, what), pytest.raises(AssertionError):
        tell(story)


def tell(story: Callable[[Restored], None]) -> None:
    machine = Restored()
    try:
        machine.begins()
        story(machine)
    except BaseException:
        machine.world.phones.clear()  # nothing more is to be looked at
        raise
    finally:
        machine.teardown()
