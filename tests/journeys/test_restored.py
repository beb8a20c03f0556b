"""The record is put back to an earlier moment, and a real phone comes back to it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.council import Council
from tests.journeys.phone import Phone
from tests.journeys.traces import OPEN_STORE
from tests.journeys.waiting import SOON, until
from youthvoice.record.cases import all_cases, young_person_of
from youthvoice.record.house import open_house
from youthvoice.record.invitations import revoke
from youthvoice.record.letters import Letter, letter_of, save_letter
from youthvoice.record.release.bundle import bundle
from youthvoice.record.release.publish import _tell
from youthvoice.record.staff import all_staff
from youthvoice.settings import Inside, load

NewPhone = Callable[..., Phone]
NAMES = "async () => {" + OPEN_STORE + "return await done(kept.getAllKeys()); }"
RECEIVED = "select json_extract(value, '$.text') from points order by n"


def run(council: Council, *words: str) -> None:
    """One of our commands, with the settings of this council."""
    command = [sys.executable, "-m", "youthvoice", *words]
    subprocess.run(command, env=os.environ | council.environment, check=True, capture_output=True)


def put_back(council: Council, backup: Path) -> None:
    """As somebody does whose record broke."""
    council.stop_half("inside")
    for left in council.data.glob("record.db*"):
        left.rename(left.with_name(f"broken-{left.name}"))
    run(council, "restore", str(backup), "--half", "record")
    council.start_half("inside")


def publish(council: Council, html: str) -> None:
    """A letter to Amina."""
    house = open_house(load(Inside, council.environment))
    try:
        [case] = [one for one in all_cases(house.store) if one.name.startswith("Amina")]
        chair = next(one for one in all_staff(house.store) if one.role == "chair")
        letter = Letter(html, letter_of(house.store, case.id).revision)
        save_letter(house.store, chair, case.id, letter)
        young = young_person_of(house.store, case.id).id
        _tell(house.store, chair, young, bundle(house.store, young))
    finally:
        house.close()


def says(council: Council, amina: Phone, question: str, words: str) -> None:
    """Written, sent, received."""
    amina.draft("good", question, words)
    amina.send()
    amina.go_home()
    until(amina.page, lambda: (words,) in council.record(RECEIVED))


def copies(phone: Phone) -> list[str]:
    """Sealed envelopes on the phone, once a receipt has made copies of them."""
    names: list[str] = phone.page.evaluate(NAMES)
    return [name for name in names if "/out/" in name and "0/copies" in names]


def test_what_was_received_comes_again_once_and_a_new_letter_is_shown(
    council: Council, phone: NewPhone, tmp_path: Path
) -> None:
    amina = phone()
    amina.claim(council.invitation())
    until(amina.page, lambda: council.knows(phones=1))
    says(council, amina, "good-proud", "Said before")
    run(council, "backup", str(tmp_path / "backup"))
    says(council, amina, "good-well", "Said since")
    publish(council, "<p>Before the restore</p>")
    letter = amina.page.get_by_role("button", name="The letter to you")
    expect(letter).to_be_visible(timeout=2 * SOON)

    put_back(council, tmp_path / "backup")
    assert council.record(RECEIVED) == [("Said before",)]
    until(amina.page, lambda: len(council.record(RECEIVED)) > 1)
    assert sorted(council.record(RECEIVED)) == [("Said before",), ("Said since",)]
    letter.click()
    amina.sees("Before the restore")
    publish(council, "<p>After the restore</p>")
    amina.sees("After the restore")
    assert sorted(council.record(RECEIVED)) == [("Said before",), ("Said since",)]
    assert ("record_restored",) in council.record("select code from alarms")


def test_copies_are_kept_for_14_days_and_no_longer(council: Council, phone: NewPhone) -> None:
    amina = phone()
    amina.claim(council.invitation())
    says(council, amina, "good-proud", "Mine")
    until(amina.page, lambda: len(copies(amina)) == 1)
    amina.wait(14)
    amina.page.reload()
    amina.shown("home")
    until(amina.page, lambda: len(copies(amina)) == 1)
    amina.wait(1)
    amina.page.reload()
    amina.shown("home")
    until(amina.page, lambda: not copies(amina))


def test_copies_go_when_the_invitation_was_taken_back(council: Council, phone: NewPhone) -> None:
    """On the next day: a mailbox that was put back by hand may say so for a moment of anybody."""
    amina = phone()
    amina.claim(council.invitation())
    says(council, amina, "good-proud", "Mine")
    until(amina.page, lambda: len(copies(amina)) == 1)
    house = open_house(load(Inside, council.environment))
    [box] = house.store.rows("select invitation from boxes")
    revoke(house.store, box["invitation"])
    house.close()
    amina.page.reload()
    amina.sees("This phone can no longer send or get anything here.")
    assert len(copies(amina)) == 1
    amina.wait(1)
    amina.page.reload()
    until(amina.page, lambda: not copies(amina))
