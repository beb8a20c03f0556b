"""Whatever makes an invitation unusable, the answer is one and the same (promise 11)."""

import dataclasses
from collections.abc import Callable

import httpx

from tests.mailbox.acting import Inside, Invited, Phone
from tests.mailbox.conftest import claimed
from tests.mailbox.serving import Served, client
from youthvoice.envelope.keys import KeyPair

Look = tuple[int, list[tuple[str, str]], bytes]


def look(answer: httpx.Response) -> Look:
    """Everything that an answer shows, apart from the clock."""
    headers = [(name, value) for name, value in answer.headers.multi_items() if name != "date"]
    return answer.status_code, headers, answer.content


def looks(inside: Inside) -> dict[str, Look]:
    """The answer to each way of being unusable."""
    return {name: look(ask(inside).claim()) for name, ask in WAYS.items()}


def fresh(inside: Inside, invited: Invited | None = None) -> Phone:
    phone = Phone(inside.http, inside, invited or Invited())
    assert inside.leave(phone.invited).status_code == 201
    return phone


def unknown(inside: Inside) -> Phone:
    return Phone(inside.http, inside, Invited())


def used(inside: Inside) -> Phone:
    return Phone(inside.http, inside, claimed(inside).invited)


def held(inside: Inside) -> Phone:
    phone = claimed(inside)
    phone.hold_contents()
    return phone


def expired(inside: Inside) -> Phone:
    return fresh(inside, Invited(expires=1))


def revoked(inside: Inside) -> Phone:
    phone = fresh(inside)
    inside.revoke(phone.invited)
    return phone


def revoked_after_its_claim(inside: Inside) -> Phone:
    phone = claimed(inside)
    inside.revoke(phone.invited)
    return phone


def wrong_claim_key(inside: Inside) -> Phone:
    phone = fresh(inside)
    secret = dataclasses.replace(phone.invited.secret, claim_key=bytes(32))
    return dataclasses.replace(phone, invited=dataclasses.replace(phone.invited, secret=secret))


def no_tries_left(inside: Inside) -> Phone:
    phone = fresh(inside)
    for _ in range(10):
        phone.claim("000000")
    return phone


WAYS: dict[str, Callable[[Inside], Phone]] = {
    way.__name__: way
    for way in (
        unknown,
        used,
        held,
        expired,
        revoked,
        revoked_after_its_claim,
        wrong_claim_key,
        no_tries_left,
    )
}


def test_all_ways_of_being_unusable_look_the_same(
    serve: Callable[..., Served], proof: KeyPair
) -> None:
    _, url = serve().start()
    with client(url) as http:
        found = looks(Inside(http, proof))
    assert found["unknown"][0] == 404
    assert found["unknown"][2] == b'{"error":"invitation_unusable"}\n'
    assert {name for name, one in found.items() if one != found["unknown"]} == set()


def test_a_difference_would_be_seen(inside: Inside) -> None:
    """The deliberate breach: an invitation that can be used does not look like the others."""
    assert look(fresh(inside).claim("000000")) != looks(inside)["unknown"]
