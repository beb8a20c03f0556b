"""The record collects, keeps, then confirms; only then is anything deleted (promise 1)."""

import hashlib
from typing import Any

import pytest

from tests.mailbox.acting import Inside, Phone, id_of, said, some
from youthvoice.envelope.shape import LARGEST


def test_all_boxes_come_oldest_first_with_a_cursor(
    inside: Inside, phone: Phone, other: Phone
) -> None:
    sent = []
    for number in range(6):
        writer = (phone, other)[number % 2]
        data = writer.says(str(number))
        writer.put(data)
        sent.append((writer.invited.box, data))
    found, after = inside.collect()
    assert found == sent
    assert inside.collect(after) == ([], after)
    late = phone.says("late")
    phone.put(late)
    assert inside.collect(after)[0] == [(phone.invited.box, late)]


def test_a_cursor_never_goes_back(inside: Inside, phone: Phone) -> None:
    """A number is never given twice, even when everything before it was deleted."""
    first, second = phone.says("one"), phone.says("two")
    phone.put(first)
    found, after = inside.collect()
    inside.confirm(*found)
    phone.put(second)
    assert inside.collect(after)[0] == [(phone.invited.box, second)]


def test_a_body_holds_as_much_as_fits(inside: Inside, phone: Phone) -> None:
    sent = [phone.says("x" * 200_000) for _ in range(5)]
    for data in sent:
        phone.put(data)
    found, after = inside.collect()
    assert sum(len(data) + 20 for _, data in found) <= LARGEST
    assert [data for _, data in found] == sent[:3]
    assert [data for _, data in inside.collect(after)[0]] == sent[3:]


def test_confirming_deletes_what_has_these_very_bytes(inside: Inside, phone: Phone) -> None:
    kept, gone = phone.says("one"), phone.says("two")
    phone.put_many(kept, gone)
    box = phone.invited.box
    other_bytes = gone[:-1] + bytes([gone[-1] ^ 1])
    assert inside.confirm((box, other_bytes), (some(16), gone)) == 0
    assert inside.confirm((box, gone), (box, gone)) == 1
    assert inside.confirm((box, gone)) == 0
    assert inside.collect()[0] == [(box, kept)]


def test_confirming_leaves_a_letter_with_these_bytes(inside: Inside, phone: Phone) -> None:
    letter = inside.letter(phone)
    inside.deliver((phone.invited.box, letter))
    assert inside.confirm((phone.invited.box, letter)) == 0
    assert len(phone.waiting()) == 1


def test_collecting_deletes_nothing(inside: Inside, phone: Phone) -> None:
    phone.put(phone.says())
    assert inside.collect() == inside.collect()


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "", "٣", "9" * 19])
def test_a_cursor_is_a_number(inside: Inside, after: str) -> None:
    answer = inside.send("GET", "/frames/up", params={"after": after})
    assert said(answer) == (400, "malformed")


def named(phone: Phone) -> dict[str, Any]:
    data = phone.says()
    return {
        "box": phone.invited.box.hex(),
        "id": id_of(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


@pytest.mark.parametrize("field", ["box", "id", "sha256"])
def test_confirming_names_everything(inside: Inside, phone: Phone, field: str) -> None:
    for body in ({"envelopes": [named(phone) | {field: "x"}]}, {"envelopes": [field]}, {}):
        assert said(inside.send("POST", "/up/confirm", json=body)) == (400, "malformed")
