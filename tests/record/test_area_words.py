"""An area's own words come with the invitation, and reach the phones in use when they change."""

from collections.abc import Callable

from tests.record.conftest import People
from tests.record.phone import Phone
from youthvoice.meanings import AreaWord
from youthvoice.record.cases import Reader, add_reader
from youthvoice.record.cases.changing import use_area_words
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip

HUB: AreaWord = {"term": "the hub", "meaning": "A place in Mill Road."}
MOVED: AreaWord = {"term": "the hub", "meaning": "A place in High Street."}


def test_an_invitation_brings_them(
    house: House, people: People, invited: Callable[[Reader], Phone]
) -> None:
    use_area_words(house.store, [HUB])
    phone = invited(people.young_person)
    phone.claim()
    round_trip(house)
    assert phone.contents["words"] == [HUB]
    assert phone.reads() == []


def test_a_change_reaches_every_phone_in_use_once(
    house: House, people: People, phone: Phone, invited: Callable[[Reader], Phone]
) -> None:
    parent = invited(add_reader(house.store, people.case.id, "parent", "Hodan"))
    parent.claim()
    round_trip(house)
    for words in ([HUB], [MOVED], [MOVED]):
        use_area_words(house.store, words)
    round_trip(house)
    for one in (phone, parent):
        [told] = one.reads()
        assert (told["kind"], told["words"]) == ("about", [MOVED])
    use_area_words(house.store, [MOVED])
    round_trip(house)
    assert phone.reads() == []
    use_area_words(house.store, [])
    round_trip(house)
    assert phone.reads_last("about")["words"] == []
