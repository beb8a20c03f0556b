"""Who asks too much waits; nobody else does: per box, and per address of who has shown nothing."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from flask import Flask

from tests.mailbox.acting import Inside, Invited, Phone, Safe, said, some
from tests.mailbox.conftest import HOOKS, claimed
from youthvoice.envelope.keys import KeyPair
from youthvoice.mailbox import Allowed, Rate, Rates, Store, buckets, create_mailbox
from youthvoice.mailbox.buckets import Buckets
from youthvoice.mailbox.rates import network

SCHOOL = "198.51.100.20"
ELSEWHERE = "203.0.113.9"
PHONES = 300


@dataclass
class Clock:
    """Seconds, as given."""

    now: float = 0

    def __call__(self) -> float:
        return self.now


@dataclass
class Mailbox:
    """The app with a clock of its own, and callers from wherever."""

    store: Store
    proof: KeyPair
    allowed: Allowed = field(default_factory=Allowed)
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.rates = Rates(self.allowed, self.clock)
        self.app = Flask("small")
        key = self.proof.public_pem().decode()
        self.app.register_blueprint(create_mailbox(self.store, key, self.rates))

    def inside(self, address: str = ELSEWHERE, **headers: str) -> Inside:
        """Whoever calls from that address."""
        transport = httpx.WSGITransport(self.app, remote_addr=address)
        http = httpx.Client(
            transport=transport, base_url="http://mailbox", event_hooks=HOOKS, headers=headers
        )
        return Inside(http, self.proof)


Make = Callable[..., Mailbox]


@pytest.fixture
def mailbox(store: Store, proof: KeyPair) -> Make:
    return lambda **allowed: Mailbox(store, proof, Allowed(**allowed))


def statuses(answers: Iterator[httpx.Response]) -> Counter[int]:
    return Counter(one.status_code for one in answers)


def test_one_box_at_full_speed_is_told_to_wait_and_others_never_are(mailbox: Make) -> None:
    found = mailbox(box=Rate(1, 50))
    phone, other = claimed(found.inside()), claimed(found.inside())
    assert statuses(asked(phone) for _ in range(300)) == {200: 50, 429: 250}
    assert statuses(asked(other) for _ in range(50)) == {200: 50}
    wait = int(asked(phone).headers["Retry-After"])
    found.clock.now += wait - 1
    assert said(asked(phone)) == (429, "too_many")
    found.clock.now += 1
    assert asked(phone).status_code == 200


def asked(phone: Phone) -> httpx.Response:
    return phone.send("GET", f"{phone.box}/down")


def test_bytes_count_as_requests(mailbox: Make) -> None:
    found = mailbox(box=Rate(1, 20))
    phone = claimed(found.inside())
    body = bytes(512 * 1024)
    sent = [phone.send("PUT", f"{phone.box}/up/{'0' * 32}", content=body) for _ in range(4)]
    assert [one.status_code for one in sent] == [400, 400, 429, 429]


def test_every_door_of_a_box_counts(mailbox: Make) -> None:
    found = mailbox(box=Rate(1, 1))
    phone = claimed(found.inside())
    asked(phone)
    name = "0" * 32
    for method, path in (
        ("PUT", f"{phone.box}/up/{name}"),
        ("GET", f"{phone.box}/up/{name}"),
        ("POST", f"{phone.box}/frames/up"),
        ("GET", f"{phone.box}/down"),
        ("GET", f"{phone.box}/down/{name}"),
        ("GET", f"{phone.box}/frames/down"),
        ("POST", f"{phone.box}/down/held"),
        ("PUT", f"{phone.box}/share/{name}"),
        ("DELETE", f"{phone.box}/share/{name}"),
        ("POST", f"/claims/{phone.invited.id}/held"),
    ):
        assert said(phone.send(method, path)) == (429, "too_many"), path


def strangers(inside: Inside) -> dict[str, Callable[[], httpx.Response]]:
    """Everything that can be asked with nothing to show."""
    phone, box = Phone(inside.http, inside, Invited()), some(16).hex()
    return {
        "a claim": phone.claim,
        "a share": Safe(phone).open,
        "a token": lambda: phone.send("GET", f"/boxes/{box}/down"),
        "no box": lambda: phone.send("GET", "/boxes/x/down"),
        "an invitation": phone.hold_contents,
        "the inside": lambda: inside.send("GET", "/claims", token="x"),
        "rubbish": lambda: phone.http.post("/api/claims", content=b"x"),
    }


@pytest.mark.parametrize("way", ["a claim", "a share", "a token", "no box", "an invitation"])
def test_a_stranger_is_bounded_and_nobody_beside_them_is(mailbox: Make, way: str) -> None:
    found = mailbox(stranger=Rate(1, 30))
    pupil = claimed(found.inside(SCHOOL))
    found.clock.now += 60
    ask = strangers(found.inside(SCHOOL))[way]
    answers = statuses(ask() for _ in range(200))
    assert answers[429] == 170
    assert asked(pupil).status_code == 200, "whoever has a token behind the same address"
    assert found.inside(SCHOOL).claims() != [], "the record, wherever it is"
    elsewhere = strangers(found.inside(ELSEWHERE))[way]
    assert statuses(elsewhere() for _ in range(30))[429] == 0


def test_all_ways_of_a_stranger_are_one_count(mailbox: Make) -> None:
    found = mailbox(stranger=Rate(1, 7))
    ways = strangers(found.inside(SCHOOL))
    first = [ask().status_code for ask in ways.values()]
    assert 429 not in first
    assert [ask().status_code for ask in ways.values()] == [429] * len(ways)


def test_waiting_tells_no_more_than_an_answer_did(mailbox: Make) -> None:
    """Known, unknown, spent: the same 429 for each, so it is no way to find out."""
    found = mailbox(stranger=Rate(1, 5))
    inside = found.inside(SCHOOL)
    phone = claimed(inside)
    safe = Safe(phone)
    safe.entrust()
    for _ in range(5):
        Safe(phone).open()
    seen = {
        (one.status_code, one.content, str(one.headers))
        for one in (safe.open(), Safe(phone).open())
    }
    assert len(seen) == 1
    found.clock.now += 60
    assert safe.open(bytes(32)).json()["tries_left"] == 9, "what was told to wait cost no try"


def test_a_school_behind_one_address_does_not_feel_it(mailbox: Make) -> None:
    """300 phones in a morning: each claims with typos, asks every four seconds and sends much.

    All in the first ten minutes of the lesson, by a clock; each phone has its own first moment.
    """
    found = mailbox()
    inside = found.inside(SCHOOL)
    chance = random.Random(8)
    answers: Counter[int] = Counter()
    events: list[tuple[float, int, str]] = []
    for pupil in range(PHONES):
        begun = chance.uniform(0, 60)
        events += [(begun + typo, pupil, "typo") for typo in range(chance.randrange(3))]
        events.append((begun + 5, pupil, "claim"))
        events += [(begun + 6 + 4 * turn, pupil, "ask") for turn in range(10)]
    phones = [invited(inside) for _ in range(PHONES)]
    for moment, pupil, what in sorted(events):
        found.clock.now = moment
        answer = DEEDS[what](phones[pupil])
        answers[answer.status_code] += 1
    assert answers[429] == 0
    assert answers[200] == PHONES * 11


def invited(inside: Inside) -> Phone:
    phone = Phone(inside.http, inside, Invited())
    inside.leave(phone.invited)
    return phone


DEEDS: dict[str, Callable[[Phone], httpx.Response]] = {
    "typo": lambda phone: phone.claim("000000"),
    "claim": lambda phone: phone.claim(),
    "ask": asked,
}


def test_the_largest_honest_sending_is_not_told_to_wait(mailbox: Make) -> None:
    """Forty-two voice notes of five minutes, sent in no time at all."""
    found = mailbox()
    phone = claimed(found.inside())
    body = bytes(263 * 1024)
    pieces = (phone.send("PUT", f"{phone.box}/up/{'0' * 32}", content=body) for _ in range(42 * 4))
    assert statuses(pieces)[429] == 0


HEADERS = (
    ("203.0.113.5", "203.0.113.6", "another address is another caller"),
    ("2001:db8:0:1::5", "2001:db8:0:2::5", "another network"),
)


@pytest.mark.parametrize(("one", "two", "why"), HEADERS)
def test_an_address_comes_from_the_proxy_only_where_a_setting_says_so(
    mailbox: Make, one: str, two: str, why: str
) -> None:
    trusting = mailbox(stranger=Rate(1, 3), header="X-Real-IP")
    assert [told(trusting, one) for _ in range(4)] == [404, 404, 404, 429]
    assert told(trusting, two) == 404, why
    wary = mailbox(stranger=Rate(1, 3))
    assert [told(wary, one) for _ in range(4)] == [404, 404, 404, 429]
    assert told(wary, two) == 429, "anybody can write a header"


def told(found: Mailbox, header: str) -> int:
    inside = found.inside(**{"X-Real-IP": header})
    return Safe(Phone(inside.http, inside, Invited())).open().status_code


def test_a_header_that_is_no_address_is_not_believed(mailbox: Make) -> None:
    trusting = mailbox(stranger=Rate(1, 3), header="X-Real-IP")
    made_up = ("x", "", "203.0.113.5, 203.0.113.6", "203.0.113")
    assert [told(trusting, one) for one in made_up] == [404, 404, 404, 429]


def test_an_address_of_version_six_is_its_network() -> None:
    assert network("2001:db8:0:1::5") == network("2001:db8:0:1:ffff::9")
    assert network("2001:db8:0:1::5") != network("2001:db8:0:2::5")
    assert network("::ffff:203.0.113.5") == network("203.0.113.5") == "203.0.113.5"
    assert network("no address") == ""


def test_memory_is_bounded_however_many_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buckets, "MOST", 100)
    clock = Clock()
    found = Buckets(Rate(1, 1), clock)
    assert [found.fill(b"first"), found.fill(b"first") > 0] == [0, True]
    for n in range(1000):
        found.fill(n.to_bytes(4, "big"))
        assert len(found) <= 100
    assert found.fill(b"first") == 0, "who was forgotten begins anew"
    assert found.fill((999).to_bytes(4, "big")) == 1, "who was there lately does not"


def test_a_bucket_drains_at_its_rate_and_a_refusal_fills_nothing() -> None:
    clock = Clock()
    found = Buckets(Rate(2, 4), clock)
    assert [found.fill(b"x") for _ in range(6)] == [0, 0, 0, 0, 0.5, 0.5]
    clock.now = 0.5
    assert [found.fill(b"x"), found.fill(b"x")] == [0, 0.5]
    clock.now = 1000
    assert [found.fill(b"x", 3), found.fill(b"x", 2)] == [0, 0.5]


def test_no_address_is_kept_or_written(
    mailbox: Make, database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    found = mailbox(stranger=Rate(1, 1))
    for _ in range(3):
        Safe(Phone((it := found.inside(SCHOOL)).http, it, Invited())).open()
    kept = b"".join(path.read_bytes() for path in database.parent.glob("mailbox.db*"))
    written = "\n".join(one.getMessage() for one in caplog.records)
    assert SCHOOL.encode() not in kept
    assert SCHOOL not in written
    [key] = found.rates._strangers._empty_at
    assert SCHOOL.encode() not in key
