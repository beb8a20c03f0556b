"""Bytes are bounded per box, in all, and by free disk; what is here stays and can be taken out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from flask import Flask

from tests.mailbox.acting import Inside, Safe, id_of, said
from tests.mailbox.conftest import HOOKS, claimed
from youthvoice.envelope.keys import KeyPair
from youthvoice.envelope.shape import BUCKETS, HEADER, SECOND, TAG
from youthvoice.mailbox import Bounds, create_mailbox, open_store
from youthvoice.mailbox.store.bounds import Disk, Held, refusal
from youthvoice.mailbox.store.database import File
from youthvoice.mailbox.store.kept import Outcome
from youthvoice.places import ROOT
from youthvoice.questions.forms import MAIN

ONE = 4 * 1024 + HEADER + SECOND + TAG
"""Bytes of an envelope with few words."""
DISK = 10**12

Within = Callable[..., Inside]


@pytest.fixture
def within(tmp_path: Path, proof: KeyPair) -> Iterator[Within]:
    """A mailbox with other bounds."""
    opened = []

    def make(**bounds: int) -> Inside:
        store = open_store(tmp_path / f"{len(opened)}.db", replace(Bounds(), **bounds))
        app = Flask("small")
        app.register_blueprint(create_mailbox(store, proof.public_pem().decode()))
        transport = httpx.WSGITransport(app)
        http = httpx.Client(transport=transport, base_url="http://mailbox", event_hooks=HOOKS)
        opened.append((store, http))
        return Inside(http, proof)

    yield make
    for store, http in opened:
        http.close()
        store.close()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Say how much the disk has free."""

    def say(free: int) -> None:
        monkeypatch.setattr(File, "free", lambda _: free)

    say(DISK)
    return say


def test_a_box_takes_so_many_bytes_and_no_more(within: Within) -> None:
    inside = within(box_bytes=2 * ONE)
    phone, other = claimed(inside), claimed(inside)
    first, second, third = (phone.says(word) for word in ("one", "two", "three"))
    assert [phone.put(one).status_code for one in (first, second)] == [201, 201]
    answer = phone.put(third)
    assert said(answer) == (507, "box_full")
    assert int(answer.headers["Retry-After"]) >= 1
    assert phone.put(first).status_code == 200, "what is here already is no trouble"
    assert other.put(other.says()).status_code == 201, "another box has its own"
    inside.confirm((phone.invited.box, first))
    assert phone.put(third).status_code == 201


def test_all_boxes_together_take_so_many_bytes(within: Within) -> None:
    inside = within(all_bytes=2 * ONE)
    phone, other = claimed(inside), claimed(inside)
    sent = phone.says()
    phone.put(sent)
    other.put(other.says())
    assert said(other.put(other.says())) == (507, "mailbox_full")
    assert said(phone.put(phone.says())) == (507, "mailbox_full")
    inside.revoke(phone.invited)
    assert other.put(other.says()).status_code == 201


def test_many_in_one_body_are_each_judged(within: Within) -> None:
    inside = within(box_bytes=2 * ONE)
    phone = claimed(inside)
    sent = [phone.says(word) for word in ("one", "two", "three")]
    found = [(one["status"], one["error"]) for one in phone.put_many(*sent, sent[0])]
    assert found == [(201, None), (201, None), (507, "box_full"), (200, None)]


def test_what_the_record_sends_is_not_stopped_by_what_strangers_sent(within: Within) -> None:
    inside = within(box_bytes=ONE, all_bytes=ONE)
    phone = claimed(inside)
    phone.put(phone.says())
    assert said(phone.put(phone.says()))[0] == 507
    letter = inside.letter(phone, "x" * 100_000)
    [result] = inside.deliver((phone.invited.box, letter)).json()["results"]
    assert result["status"] == 201
    assert len(phone.waiting()) == 1


def test_below_the_floor_nothing_comes_and_everything_goes(
    within: Within, disk: Callable[[int], None]
) -> None:
    inside = within(floor=1000)
    phone = claimed(inside)
    sent, letter = phone.says(), inside.letter(phone)
    phone.put(sent)
    inside.deliver((phone.invited.box, letter))
    disk(400)
    answer = phone.put(phone.says())
    assert said(answer) == (507, "disk_full")
    assert phone.put(sent).status_code == 200
    [result] = inside.deliver((phone.invited.box, inside.letter(phone))).json()["results"]
    assert (result["status"], result["error"]) == (507, "disk_full")

    disk(0)
    assert phone.hold_contents().status_code == 204
    assert phone.hold(id_of(letter)).status_code == 204
    assert inside.collect()[0] == [(phone.invited.box, sent)]
    assert inside.confirm((phone.invited.box, sent)) == 1
    safe = Safe(phone)
    assert safe.entrust().status_code == 201
    assert safe.let_go().status_code == 204
    assert inside.revoke(phone.invited).status_code == 204


def test_between_the_two_floors_only_the_record_sends(
    within: Within, disk: Callable[[int], None]
) -> None:
    inside = within(floor=1_000_000_000)
    phone = claimed(inside)
    disk(700_000_000)
    assert said(phone.put(phone.says())) == (507, "disk_full")
    [result] = inside.deliver((phone.invited.box, inside.letter(phone))).json()["results"]
    assert result["status"] == 201


def test_room_that_deletions_left_in_the_file_counts(
    within: Within, disk: Callable[[int], None]
) -> None:
    """The file never shrinks: without this a mailbox that was once full would refuse for ever."""
    inside = within(floor=400_000)
    phone = claimed(inside)
    big = phone.says("x" * 200_000)
    phone.put(big)
    disk(250_000)
    assert said(phone.put(phone.says())) == (507, "disk_full")
    inside.confirm((phone.invited.box, big))
    assert phone.put(phone.says()).status_code == 201


def test_the_disk_is_really_looked_at(tmp_path: Path) -> None:
    file = File(tmp_path / "mailbox.db")
    assert 0 < file.free() <= 2**63
    file.close()


def test_the_rule() -> None:
    """At the very edge, one byte over, and in which order it says why."""
    limits, disk = Bounds(100, 1000, 50, 3).up(), Disk(50, 0)
    assert refusal(limits, Held(2, 90, 990), disk, 10) is None
    assert refusal(limits, Held(2, 90, 990), disk, 11) is Outcome.BOX_FULL
    assert refusal(limits, Held(3, 0, 0), disk, 1) is Outcome.BOX_FULL
    assert refusal(limits, Held(0, 0, 991), disk, 10) is Outcome.MAILBOX_FULL
    assert refusal(limits, Held(0, 0, 0), Disk(49, 0), 1) is Outcome.DISK_FULL
    assert refusal(limits, Held(0, 0, 0), Disk(25, 25), 1) is None
    assert refusal(limits, Held(0, 0, 0), Disk(24, 1000), 1) is Outcome.DISK_FULL


def number_in(file: str, name: str) -> int:
    """A constant of the phone's."""
    found = re.search(rf"\b{name} = ([\d_]+);", (ROOT / file).read_text("utf-8"))
    assert found, name
    return int(found[1].replace("_", ""))


def test_a_box_holds_twice_the_largest_honest_use() -> None:
    """Every question of the longest form answered with a voice note of five minutes."""
    bits = number_in("static/phone/later/microphone.js", "BITS")
    seconds = number_in("static/phone/travel/pieces.js", "LONGEST")
    piece = number_in("static/phone/travel/pieces.js", "PIECE")
    pieces = -(-bits * seconds // 8 // piece)
    note = pieces * (BUCKETS[3] + HEADER + SECOND + TAG)
    longest = max(sum(len(part.questions) for part in form.sections) for form in MAIN)
    assert piece * 4 // 3 < BUCKETS[3] == 256 * 1024
    assert 2 * note * longest <= Bounds().box_bytes
    assert pieces * longest <= Bounds().number // 2
