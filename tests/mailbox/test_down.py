"""From the council to a phone."""

import pytest

from tests.mailbox.acting import Inside, Phone, frames, id_of, said, some


def test_letters_wait_oldest_first_until_the_phone_holds_them(inside: Inside, phone: Phone) -> None:
    letters = [inside.letter(phone, str(number)) for number in range(3)]
    inside.deliver(*((phone.invited.box, one) for one in letters))
    assert phone.waiting() == [{"id": id_of(one), "size": len(one)} for one in letters]
    assert phone.send("GET", f"{phone.box}/down/{id_of(letters[1])}").content == letters[1]
    for _ in range(2):
        assert phone.hold(id_of(letters[0]), id_of(letters[1])).status_code == 204
    assert phone.waiting() == [{"id": id_of(letters[2]), "size": len(letters[2])}]
    assert said(phone.send("GET", f"{phone.box}/down/{id_of(letters[0])}")) == (404, "not_here")


@pytest.mark.parametrize("name", ["0" * 32, "x", "A" * 32])
def test_what_does_not_wait_is_not_here(phone: Phone, name: str) -> None:
    for way in ("up", "down"):
        assert said(phone.send("GET", f"{phone.box}/{way}/{name}")) == (404, "not_here")


def test_frames_hold_as_much_as_fits(inside: Inside, phone: Phone) -> None:
    letters = [inside.letter(phone, "x" * 200_000) for _ in range(5)]
    for one in letters:
        inside.deliver((phone.invited.box, one))
    body = phone.send("GET", f"{phone.box}/frames/down").content
    assert list(frames(body)) == letters[:3]
    phone.hold(*(id_of(one) for one in letters[:3]))
    assert list(frames(phone.send("GET", f"{phone.box}/frames/down").content)) == letters[3:]


def test_nothing_waits_in_no_frames(phone: Phone) -> None:
    answer = phone.send("GET", f"{phone.box}/frames/down")
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_reader_sees_and_deletes_only_its_own(inside: Inside, phone: Phone, other: Phone) -> None:
    """Promise 6: one box knows nothing of another, even by id."""
    letter = inside.letter(phone)
    inside.deliver((phone.invited.box, letter))
    other.hold(id_of(letter))
    assert said(other.send("GET", f"{other.box}/down/{id_of(letter)}")) == (404, "not_here")
    assert len(phone.waiting()) == 1


def test_holding_a_letter_leaves_what_was_said_under_its_id(inside: Inside, phone: Phone) -> None:
    letter = inside.letter(phone)
    data = phone.says("same id", bytes.fromhex(id_of(letter)))
    phone.put(data)
    inside.deliver((phone.invited.box, letter))
    phone.hold(id_of(letter))
    assert phone.inside.collect()[0] == [(phone.invited.box, data)]


@pytest.mark.parametrize("ids", [None, "x", [7], ["x"], {"id": 1}])
def test_held_wants_a_list_of_ids(phone: Phone, ids: object) -> None:
    answer = phone.send("POST", f"{phone.box}/down/held", json={"ids": ids})
    assert said(answer) == (400, "malformed")


def test_each_letter_is_judged_on_its_own(inside: Inside, phone: Phone, other: Phone) -> None:
    mine, twin = inside.letter(phone, "a"), inside.letter(other, "b")
    results = inside.deliver(
        (phone.invited.box, mine),
        (some(16), inside.letter(phone)),
        (phone.invited.box, phone.says()),
        (phone.invited.box, b"YV"),
        (b"", b"short"),
        (phone.invited.box, mine),
        (other.invited.box, twin),
    ).json()["results"]
    assert [(one["status"], one["error"]) for one in results] == [
        (201, None),
        (404, "no_box"),
        (400, "not_an_envelope"),
        (400, "not_an_envelope"),
        (400, "not_an_envelope"),
        (200, None),
        (201, None),
    ]
    assert [one["id"] for one in other.waiting()] == [id_of(twin)]


def test_other_bytes_of_a_letter_are_refused(inside: Inside, phone: Phone) -> None:
    letter = inside.letter(phone)
    changed = letter[:-1] + bytes([letter[-1] ^ 1])
    results = inside.deliver((phone.invited.box, letter), (phone.invited.box, changed)).json()
    assert results["results"][1] == {
        "id": id_of(letter),
        "status": 409,
        "error": "different_bytes",
    }


def test_a_broken_delivery_is_one_result(inside: Inside) -> None:
    answer = inside.send("POST", "/frames/down", content=b"\0\0\1")
    assert answer.json()["results"] == [{"id": None, "status": 400, "error": "malformed"}]
