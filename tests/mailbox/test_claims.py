"""An invitation is claimed once, by one device (promise 11)."""

import httpx
import pytest

from tests import clock
from tests.mailbox.acting import Inside, Invited, Phone, said, some


def test_the_first_claim_gives_the_contents_and_a_box(inside: Inside) -> None:
    phone = Phone(inside.http, inside, Invited())
    inside.leave(phone.invited)
    answer = phone.claim()
    assert (answer.status_code, answer.content) == (200, phone.invited.contents)
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert phone.waiting() == []


def test_an_answer_lost_on_the_way_loses_nothing(inside: Inside) -> None:
    phone = Phone(inside.http, inside, Invited())
    inside.leave(phone.invited)
    contents = phone.claim().content
    assert [phone.claim(number).content for number in ("123456", None, "999999")] == [contents] * 3


def test_a_second_device_is_refused(phone: Phone) -> None:
    second = Phone(phone.http, phone.inside, phone.invited)
    assert said(second.claim()) == (404, "invitation_unusable")
    assert phone.claim().status_code == 200


@pytest.mark.parametrize("changed", ["agreement", "signing", "token_sha256"])
def test_the_same_device_is_the_same_in_everything(phone: Phone, changed: str) -> None:
    asks = phone.asks("123456")
    asks["device"][changed] = Phone(phone.http, phone.inside, Invited()).asks()["device"][changed]
    answer = phone.http.post("/api/claims", json=asks)
    assert said(answer) == (404, "invitation_unusable")


def test_held_contents_are_deleted_and_the_link_is_worth_nothing(phone: Phone) -> None:
    assert [phone.hold_contents().status_code for _ in range(2)] == [204, 204]
    assert said(phone.claim()) == (404, "invitation_unusable")
    assert phone.waiting() == []


def test_only_the_box_itself_can_say_that_it_holds_the_contents(phone: Phone, other: Phone) -> None:
    for path in (f"/claims/{phone.invited.id}/held", f"/claims/{'0' * 32}/held", "/claims/x/held"):
        assert said(other.send("POST", path)) == (401, "unauthorised")
    assert phone.claim().status_code == 200


def test_a_wrong_check_number_says_how_many_tries_are_left(inside: Inside) -> None:
    phone = Phone(inside.http, inside, Invited())
    inside.leave(phone.invited)
    for left in range(9, -1, -1):
        needed = phone.claim(None).json()
        assert needed == {"error": "check_number_needed", "tries_left": left + 1}
        wrong = phone.claim("000000")
        assert wrong.status_code == 403
        assert wrong.json() == {"error": "check_number_wrong", "tries_left": left}
    for number in ("000000", "123456", None):
        assert said(phone.claim(number)) == (404, "invitation_unusable")


def test_an_invitation_may_have_no_check_number(inside: Inside) -> None:
    for number in (None, "000000"):
        phone = Phone(inside.http, inside, Invited(check_number=None))
        inside.leave(phone.invited)
        assert phone.claim(number).content == phone.invited.contents


def test_the_device_that_claimed_may_ask_again_after_the_invitation_expired(
    inside: Inside, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = Phone(inside.http, inside, Invited())
    inside.leave(late.invited)
    month = clock.seconds() + 31 * 24 * 3600
    monkeypatch.setattr("youthvoice.clock.epoch", lambda: month)
    assert phone.claim().content == phone.invited.contents
    assert said(late.claim()) == (404, "invitation_unusable")


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_robots_consume_nothing(inside: Inside, method: str) -> None:
    phone = Phone(inside.http, inside, Invited())
    inside.leave(phone.invited)
    for _ in range(50):
        inside.http.request(method, "/api/claims", params=phone.asks("123456"))
    assert inside.claims() == []
    assert phone.claim().status_code == 200


BREAKS = {
    "no object": [],
    "no device": {"device": None},
    "short key": {"claim_key": "ab"},
    "capitals": {"invitation": "AB" * 16},
    "odd": {"invitation": "a" * 31},
    "a number": {"invitation": 7},
    "five digits": {"check_number": "12345"},
    "other digits": {"check_number": "١٢٣٤٥٦"},
    "a line more": {"check_number": "123456\n"},
    "a number as number": {"check_number": 123456},
}


@pytest.mark.parametrize("change", BREAKS.values(), ids=BREAKS.keys())
def test_what_cannot_be_understood_costs_no_try(inside: Inside, change: object) -> None:
    phone = Phone(inside.http, inside, Invited())
    inside.leave(phone.invited)
    asks = phone.asks("000000") | change if isinstance(change, dict) else change
    assert said(inside.http.post("/api/claims", json=asks)) == (400, "malformed")
    assert phone.claim("000000").json()["tries_left"] == 9


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff", b"[" * 100_000, b'"text"', b'{"invitation":' + b"9" * 5000 + b"}"]
)
def test_what_is_no_json_is_malformed(http: httpx.Client, body: bytes) -> None:
    assert said(http.post("/api/claims", content=body)) == (400, "malformed")


def test_a_field_that_nobody_knows_is_passed_over(inside: Inside) -> None:
    phone = Phone(inside.http, inside, Invited())
    inside.leave(phone.invited)
    answer = inside.http.post("/api/claims", json=phone.asks("123456") | {"newer": some(4).hex()})
    assert answer.status_code == 200
