"""Ten tries in a lifetime hold, however many ask at once, in however many processes (promise 5)."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import httpx
import pytest

from tests.mailbox.acting import Inside, Invited, Phone, said
from tests.mailbox.serving import Served, client
from youthvoice.envelope.keys import KeyPair
from youthvoice.mailbox import open_store
from youthvoice.mailbox.store import claims
from youthvoice.mailbox.store.contract import Store
from youthvoice.mailbox.store.judging import Asked, Kind, Verdict
from youthvoice.mailbox.store.kept import Device, Invitation

MANY = 100


@pytest.fixture
def phones(serve: Callable[..., Served], proof: KeyPair) -> Iterator[list[Phone]]:
    """A hundred devices with one invitation, before two servers on one file."""
    served = serve()
    invited = Invited()
    first, second = served.start()[1], served.start()[1]
    with client(first) as one, client(second) as two:
        insides = [Inside(one, proof), Inside(two, proof)]
        insides[0].leave(invited)
        yield [Phone(it.http, it, invited) for _ in range(MANY // 2) for it in insides]


def at_once(phones: list[Phone], number: str) -> list[httpx.Response]:
    start = Barrier(len(phones))

    def ask(phone: Phone) -> httpx.Response:
        start.wait()
        return phone.claim(number)

    with ThreadPoolExecutor(len(phones)) as threads:
        return list(threads.map(ask, phones))


def test_exactly_ten_wrong_numbers_are_ever_judged(phones: list[Phone]) -> None:
    answers = at_once(phones, "000000")
    judged = [one.json()["tries_left"] for one in answers if one.status_code == 403]
    assert sorted(judged) == list(range(10))
    rest = {said(one) for one in answers if one.status_code != 403}
    assert rest == {(404, "invitation_unusable")}
    assert said(phones[0].claim()) == (404, "invitation_unusable")


def test_one_of_a_hundred_devices_gets_the_contents(phones: list[Phone]) -> None:
    answers = at_once(phones, "123456")
    assert sorted(one.status_code for one in answers) == [200] + [404] * (MANY - 1)
    assert len(phones[0].inside.claims()) == 1


def test_one_of_a_hundred_equal_envelopes_is_stored(phones: list[Phone]) -> None:
    phone = phones[0]
    phone.claim()
    same = phone.says("same", bytes(16))
    with ThreadPoolExecutor(20) as threads:
        answers = list(threads.map(lambda _: phone.put(same).status_code, range(MANY)))
    assert sorted(answers) == [200] * (MANY - 1) + [201]
    assert phone.inside.collect()[0] == [(phone.invited.box, same)]


def judged_in_threads(store: Store, invited: Invited, many: int) -> int:
    """How many wrong numbers are judged when `many` ask at once."""
    device = Device(bytes(65), bytes(65), bytes(32), bytes(32))
    asked = Asked(invited.secret.id, invited.secret.claim_hash, bytes(32), device)
    with ThreadPoolExecutor(many) as threads:
        verdicts = list(threads.map(lambda _: store.claims.claim(asked, 0), range(many)))
    return sum(one.kind is Kind.CHECK_WRONG for one in verdicts)


def left_in(store: Store) -> Invited:
    invited = Invited()
    secret = invited.secret
    store.invitations.put(
        Invitation(secret.id, invited.box, secret.claim_hash, bytes([1]) * 32, b"x", 3600)
    )
    return invited


def test_judging_outside_the_queue_would_be_seen(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The deliberate breach: a verdict from before the queue is written down in it."""
    store = open_store(database)
    invited = left_in(store)
    assert judged_in_threads(store, left_in(store), 20) == 10
    everybody = Barrier(20)
    judged = claims._judged

    def judged_early(*about: object) -> Verdict:
        verdict = judged(*about)  # type: ignore[arg-type]
        everybody.wait()
        return verdict

    def claim(self: claims.SqliteClaims, asked: Asked, now: int) -> Verdict:
        with self._file.reading() as found:
            verdict = judged_early(found, asked, now)
        with self._file.writing() as found:
            return claims._written(found, asked, verdict)

    monkeypatch.setattr(claims.SqliteClaims, "claim", claim)
    assert judged_in_threads(store, invited, 20) == 20
    store.close()
