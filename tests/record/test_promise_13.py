"""Promise 13: a bad envelope stops nobody."""

import pytest

from tests.record.conftest import People
from tests.record.phone import Phone, answer, views
from youthvoice.record.alarms import alarms_for
from youthvoice.record.house import House
from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom import collect, round_trip
from youthvoice.record.mailroom.intake import open_arrival
from youthvoice.record.store import Store
from youthvoice.record.views import points_for

MANY = 200
BAD = 77


def hold(house: House, people: People, phone: Phone) -> None:
    sealed = [phone.seals(views(answer("worry-home", str(n)))) for n in range(MANY)]
    broken = bytearray(sealed[BAD])
    broken[-100] ^= 1
    sealed[BAD] = bytes(broken)
    assert phone.put(*sealed) == [201] * MANY
    round_trip(house)
    arrived = points_for(house.store, people.worker, people.case.id)
    expected = [str(n) for n in range(MANY) if n != BAD]
    assert [point.value["text"] for point in arrived] == expected
    quarantined = house.store.rows("SELECT raw FROM arrivals WHERE state = 'quarantined'")
    assert quarantined == [{"raw": sealed[BAD]}]
    assert [a.code for a in alarms_for(house.store, people.worker)] == ["does_not_open"]
    receipt = phone.reads_last("receipt")
    assert len(receipt["received"]) == MANY - 1


def test_one_bad_envelope_in_many_is_quarantined_and_all_others_arrive(
    house: House, people: People, phone: Phone
) -> None:
    hold(house, people, phone)


def test_the_check_above_notices_a_record_that_stops_at_the_first_bad_one(
    house: House, people: People, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(store: Store, keys: KeyFolder) -> None:
        for row in store.rows("SELECT n FROM arrivals WHERE state = 'kept' ORDER BY n"):
            if not open_arrival(store, keys, row["n"]):
                return

    monkeypatch.setattr(collect, "open_kept", stops)
    with pytest.raises(AssertionError):
        hold(house, people, phone)
