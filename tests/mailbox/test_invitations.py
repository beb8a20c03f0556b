"""The record leaves invitations and takes them back."""

import dataclasses
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.mailbox.acting import Inside, Invited, Phone, said, some


def test_the_same_invitation_may_be_left_again(inside: Inside, phone: Phone) -> None:
    fresh = Invited()
    assert [inside.leave(fresh).status_code for _ in range(3)] == [201, 200, 200]
    phone.hold_contents()
    assert inside.leave(phone.invited).status_code == 200
    assert said(phone.claim()) == (404, "invitation_unusable")


CHANGES: dict[str, Any] = {
    "box": some(16),
    "check_number": "654321",
    "contents": some(10),
    "expires": 2**33,
}


@pytest.mark.parametrize("field", CHANGES)
def test_another_invitation_of_the_same_id_is_refused(inside: Inside, field: str) -> None:
    first = Invited()
    other = dataclasses.replace(first, **{field: CHANGES[field]})
    inside.leave(first)
    assert said(inside.leave(other)) == (409, "different_bytes")
    assert Phone(inside.http, inside, first).claim().content == first.contents


def test_a_box_belongs_to_one_invitation(inside: Inside) -> None:
    first = Invited()
    inside.leave(first)
    assert said(inside.leave(Invited(box=first.box))) == (409, "different_bytes")


def test_revoking_deletes_everything(inside: Inside, phone: Phone, database: Path) -> None:
    """The worker sees the claim and can revoke in one press."""
    phone.put(phone.says())
    inside.deliver((phone.invited.box, inside.letter(phone)))
    assert [inside.revoke(phone.invited).status_code for _ in range(2)] == [204, 204]
    for answer in (phone.send("GET", f"{phone.box}/down"), phone.put(phone.says())):
        assert said(answer) == (401, "unauthorised")
    assert said(phone.hold_contents()) == (401, "unauthorised")
    assert (inside.claims(), inside.collect()[0]) == ([], [])
    assert rows(database) == {"invitations": 0, "boxes": 0, "waiting": 0, "revoked": 1}


def rows(database: Path) -> dict[str, int]:
    connection = sqlite3.connect(database)
    tables = ("invitations", "boxes", "waiting", "revoked")
    found = {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables
    }
    connection.close()
    return found


def test_a_late_copy_does_not_bring_a_revoked_invitation_back(inside: Inside) -> None:
    for invited in (Invited(), Invited()):
        inside.revoke(invited)
        assert said(inside.leave(invited)) == (409, "revoked")
        phone = Phone(inside.http, inside, invited)
        assert said(phone.claim()) == (404, "invitation_unusable")


def test_revoking_one_leaves_the_others(inside: Inside, phone: Phone, other: Phone) -> None:
    data = other.says()
    other.put(data)
    inside.revoke(phone.invited)
    assert inside.collect()[0] == [(other.invited.box, data)]


BREAKS: dict[str, dict[str, Any]] = {
    "box": {"box": "x"},
    "claim_hash": {"claim_hash": None},
    "check_hash": {"check_hash": ""},
    "no contents": {"contents": ""},
    "odd contents": {"contents": "abc"},
    "no expiry": {"expires": None},
    "expiry as text": {"expires": "1"},
    "a fraction": {"expires": 1.5},
    "true": {"expires": True},
    "the past before all": {"expires": -1},
    "beyond all numbers": {"expires": 2**53},
}


@pytest.mark.parametrize("change", BREAKS.values(), ids=BREAKS.keys())
def test_an_invitation_has_its_shape(inside: Inside, change: dict[str, Any]) -> None:
    invited = Invited()
    answer = inside.send("PUT", f"/invitations/{invited.id}", json=invited.left() | change)
    assert said(answer) == (400, "malformed")


def test_an_invitation_has_an_id(inside: Inside) -> None:
    answer = inside.send("PUT", "/invitations/x", json=Invited().left())
    assert said(answer) == (400, "malformed")
    assert said(inside.send("DELETE", "/invitations/x")) == (400, "malformed")


def test_the_record_learns_of_claims_until_it_confirms_them(
    inside: Inside, phone: Phone, other: Phone
) -> None:
    first = phone.asks()
    assert inside.claims()[0] == {
        "invitation": phone.invited.id,
        "box": phone.invited.box.hex(),
        "device": first["device"],
        "held": False,
    }
    phone.hold_contents()
    assert [one["held"] for one in inside.claims()] == [True, False]
    for _ in range(2):
        answer = inside.send(
            "POST", "/claims/confirm", json={"invitations": [phone.invited.id, some(16).hex()]}
        )
        assert answer.status_code == 204
    assert [one["invitation"] for one in inside.claims()] == [other.invited.id]


@pytest.mark.parametrize("body", [{}, {"invitations": "x"}, {"invitations": ["x"]}])
def test_confirming_claims_wants_ids(inside: Inside, body: dict[str, Any]) -> None:
    assert said(inside.send("POST", "/claims/confirm", json=body)) == (400, "malformed")
