"""Losing the operational key never loses words."""

import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tests.record.conftest import People
from tests.record.phone import Phone, answer
from youthvoice.envelope.keys import KeyPair
from youthvoice.envelope.shape import BadEnvelope
from youthvoice.record.alarms import alarms_for
from youthvoice.record.house import House, open_house
from youthvoice.record.keys import KeyTrouble, rotate
from youthvoice.record.mailroom import open_with_escrow, reopen_with_escrow, round_trip
from youthvoice.record.views import points_for


@pytest.fixture
def escrow(tmp_path: Path, key_folder: Path) -> KeyPair:
    return KeyPair.from_pem((tmp_path / "keys-escrow" / "escrow.pem").read_bytes())


def lose_operational_keys(house: House) -> None:
    for file in house.settings.keys.glob("operational*.pem"):
        file.unlink()


def test_the_escrow_key_alone_opens_what_was_kept(
    house: House, phone: Phone, escrow: KeyPair
) -> None:
    sent = phone.says(answer("worry-home", "shouting"))
    round_trip(house)
    lose_operational_keys(house)
    words = open_with_escrow(house.store, house.keys, sent, escrow)
    assert words["answers"] == [answer("worry-home", "shouting")]


def test_what_came_while_the_key_was_lost_is_taken_in_with_the_escrow_key(
    house: House, people: People, phone: Phone, escrow: KeyPair
) -> None:
    lose_operational_keys(house)
    sent = phone.says(answer("worry-home", "shouting"))
    round_trip(house)
    assert [alarm.code for alarm in alarms_for(house.store, people.worker)] == ["unknown_key"]
    assert reopen_with_escrow(house.store, house.keys, escrow) == 1
    found = points_for(house.store, people.worker, people.case.id)
    assert [point.value for point in found] == [{"text": "shouting"}]
    round_trip(house)
    assert phone.reads_last("receipt")["received"][0]["id"] == sent
    assert reopen_with_escrow(house.store, house.keys, escrow) == 0


def test_it_opens_what_was_sealed_before_a_rotation(
    house: House, phone: Phone, escrow: KeyPair
) -> None:
    sent = phone.says(answer("worry-home", "shouting"))
    rotate(house.settings.keys)
    lose_operational_keys(house)
    round_trip(house)
    assert open_with_escrow(house.store, house.keys, sent, escrow)["kind"] == "views"


def test_a_record_does_not_start_without_the_key_that_phones_use(house: House) -> None:
    lose_operational_keys(house)
    with pytest.raises(KeyTrouble, match="escrow"):
        open_house(house.settings)
    rotate(house.settings.keys)
    open_house(house.settings).close()


def test_keys_of_another_council_are_refused(house: House) -> None:

    with pytest.raises(KeyTrouble, match="YOUTHVOICE_COUNCIL"):
        open_house(replace(house.settings, council="elsewhere"))


def test_what_is_not_there_or_not_ours_does_not_open(
    house: House, phone: Phone, escrow: KeyPair
) -> None:
    sent = phone.says(answer("worry-home", "shouting"))
    round_trip(house)
    with pytest.raises(LookupError):
        open_with_escrow(house.store, house.keys, "00" * 16, escrow)
    with pytest.raises(KeyTrouble):
        open_with_escrow(house.store, house.keys, sent, KeyPair.new())


def test_bytes_that_open_with_no_key_raise(house: House, phone: Phone, escrow: KeyPair) -> None:
    sealed = bytearray(phone.seals({"kind": "views", "answers": []}))
    sealed[-1] ^= 1
    phone.put(bytes(sealed))
    round_trip(house)
    with pytest.raises(BadEnvelope):
        open_with_escrow(house.store, house.keys, sealed[20:36].hex(), escrow)


def reopen(house: House, escrow: Path) -> subprocess.CompletedProcess[str]:
    """`youthvoice keys reopen`, as a person runs it beside a running record."""
    set_ones = [(k, v) for k, v in asdict(house.settings).items() if v != ()]
    chosen = {f"YOUTHVOICE_{k.upper()}": str(v) for k, v in set_ones}
    chosen["YOUTHVOICE_LANGUAGES"] = "en"
    command = [sys.executable, "-m", "youthvoice", "keys", "reopen", str(escrow)]
    return subprocess.run(
        command, env=os.environ | chosen, capture_output=True, text=True, timeout=60, check=False
    )


def test_losing_the_operational_key_loses_no_words_end_to_end(
    house: House, people: People, phone: Phone, tmp_path: Path
) -> None:
    sent = {phone.says(answer("worry-home", "before"))}
    round_trip(house)
    lose_operational_keys(house)
    sent.add(phone.says(answer("worry-home", "while it was lost")))
    round_trip(house)
    rotate(house.settings.keys)
    sent.add(phone.says(answer("worry-home", "to the old key still")))
    round_trip(house)
    told = phone.reads()
    [phone.contents["keys"]] = [one["signed"] for one in told if one["kind"] == "keys"]
    sent.add(phone.says(answer("worry-home", "to the new key")))
    round_trip(house)
    done = reopen(house, tmp_path / "keys-escrow" / "escrow.pem")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Opened 2 of what had arrived" in done.stdout
    round_trip(house)
    told += phone.reads()
    receipts = [one for words in told if words["kind"] == "receipt" for one in words["received"]]
    assert {one["id"] for one in receipts} == sent
    words = {"before", "while it was lost", "to the old key still", "to the new key"}
    kept = points_for(house.store, people.worker, people.case.id)
    assert {point.value["text"] for point in kept} == words
    last = [words for words in told if words["kind"] == "points"][-1]
    assert {point["value"]["text"] for point in last["points"]} == words
    assert "Opened 0 of" in reopen(house, tmp_path / "keys-escrow" / "escrow.pem").stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"nothing", "is not a private key"), (KeyPair.new().to_pem(), "this council's escrow key")],
)
def test_a_file_that_is_not_the_escrow_key_gets_a_sentence(
    house: House, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "odd.pem"
    file.write_bytes(content)
    done = reopen(house, file)
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr
