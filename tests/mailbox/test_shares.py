"""Half of a phone's key is given for a proof of its PIN: ten wrong ones, no more (promise 5)."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import httpx
import pytest

from tests.mailbox.acting import Inside, Invited, Phone, Safe, said, some
from tests.mailbox.serving import Served, client
from youthvoice.envelope.keys import KeyPair
from youthvoice.mailbox import open_store
from youthvoice.mailbox.store import shares, trying
from youthvoice.mailbox.store.trying import Held, Kind, Tried

MANY = 100
WRONG = bytes(32)


@pytest.fixture
def safe(phone: Phone) -> Safe:
    """What a phone has entrusted."""
    made = Safe(phone)
    assert made.entrust().status_code == 201
    return made


def spend(safe: Safe) -> list[int]:
    return [safe.open(WRONG).json()["tries_left"] for _ in range(10)]


def test_the_share_is_given_for_its_proof_as_often_as_asked(safe: Safe) -> None:
    for _ in range(20):
        answer = safe.open()
        assert (answer.status_code, answer.content) == (200, safe.share)
        assert answer.headers["Content-Type"] == "application/octet-stream"


def test_ten_wrong_proofs_in_a_lifetime_and_a_right_one_resets_nothing(safe: Safe) -> None:
    for left in range(9, -1, -1):
        assert safe.open().content == safe.share
        answer = safe.open(WRONG)
        assert (answer.status_code, answer.json()) == (
            403,
            {"error": "proof_wrong", "tries_left": left},
        )
    assert said(safe.open()) == (404, "share_unusable")


def test_sending_it_again_changes_nothing_its_tries_least_of_all(safe: Safe) -> None:
    safe.open(WRONG)
    assert safe.entrust().status_code == 200
    assert safe.open(WRONG).json()["tries_left"] == 8


def test_what_is_gone_is_gone_for_good(safe: Safe) -> None:
    spend(safe)
    assert said(safe.entrust()) == (409, "revoked")
    second = Safe(safe.phone)
    second.entrust()
    assert [second.let_go().status_code for _ in range(2)] == [204, 204]
    assert said(second.open()) == (404, "share_unusable")
    assert said(second.entrust()) == (409, "revoked")


def test_a_new_share_stands_beside_the_old_until_the_phone_says_so(safe: Safe) -> None:
    """An answer lost on the way, between the new share and the new lock, loses nothing."""
    new = Safe(safe.phone)
    assert [new.entrust(keeps=safe).status_code for _ in range(2)] == [201, 200]
    assert [safe.open().content, new.open().content] == [safe.share, new.share]
    newest = Safe(safe.phone)
    newest.entrust(keeps=safe)
    assert said(new.open()) == (404, "share_unusable")
    assert safe.open().content == safe.share
    safe.let_go()
    assert said(safe.open()) == (404, "share_unusable")
    assert newest.open().content == newest.share


def test_other_bytes_under_the_same_id_are_refused(safe: Safe, other: Phone) -> None:
    assert said(Safe(safe.phone, id=safe.id).entrust()) == (409, "different_bytes")
    assert said(Safe(other, id=safe.id).entrust()) == (409, "different_bytes")
    assert safe.open().content == safe.share


def test_only_its_own_box_can_entrust_and_let_go(safe: Safe, other: Phone) -> None:
    for method in ("PUT", "DELETE"):
        assert said(other.send(method, safe.path, json=safe.body())) == (401, "unauthorised")
    Safe(other, id=safe.id).let_go()
    assert safe.open().content == safe.share


def test_it_goes_with_the_invitation(safe: Safe, inside: Inside) -> None:
    inside.revoke(safe.phone.invited)
    assert said(safe.open()) == (404, "share_unusable")
    assert said(safe.entrust()) == (401, "unauthorised")


def test_a_phone_that_is_opened_each_day_of_a_year_leaves_little(
    phone: Phone, database: Path
) -> None:
    """Each opening puts a new share; the mailbox forgets the oldest ids, and never refuses."""
    now = Safe(phone)
    assert now.entrust().status_code == 201
    for _ in range(365):
        new = Safe(phone)
        assert new.entrust(keeps=now).status_code == 201
        now.let_go()
        now = new
    assert now.open().content == now.share
    assert rows(database) <= 2 + shares.GONE


def test_a_late_copy_does_not_bring_a_share_back(phone: Phone) -> None:
    """With ten new tries, for whoever copied the phone when it was in use."""
    first = Safe(phone)
    first.entrust()
    for _ in range(shares.GONE):
        Safe(phone).entrust()
    assert said(first.entrust()) == (409, "revoked")
    assert said(first.open()) == (404, "share_unusable")


def rows(database: Path) -> int:
    """Of shares, in the mailbox's file."""
    connection = sqlite3.connect(database)
    found: int = connection.execute("SELECT count(*) FROM shares").fetchone()[0]
    connection.close()
    return found


def test_ten_in_a_row_and_a_new_share_begins_anew(safe: Safe) -> None:
    """What a phone does: nine typos, the right PIN, a new share; for as long as it likes."""
    for _ in range(4):
        for _ in range(9):
            assert said(safe.open(WRONG))[0] == 403
        assert safe.open().content == safe.share
        new = Safe(safe.phone)
        assert new.entrust(keeps=safe).status_code == 201
        safe.let_go()
        safe = new
    assert [said(safe.open(WRONG)) for _ in range(10)] == [(403, "proof_wrong")] * 10
    assert said(safe.open()) == (404, "share_unusable")


def test_between_two_shares_there_are_never_more_than_the_tries_of_each(safe: Safe) -> None:
    """A copy of the phone from before has the rest of the old share's, and no new ones."""
    for _ in range(7):
        safe.open(WRONG)
    new = Safe(safe.phone)
    new.entrust(keeps=safe)
    assert [said(safe.open(WRONG))[0] for _ in range(4)] == [403, 403, 403, 404]
    assert new.open().content == new.share


BREAKS = (
    {"share": "ab"},
    {"share": None},
    {"proof_sha256": "A" * 64},
    {"keeps": "x"},
    {"keeps": 1},
)


@pytest.mark.parametrize("change", BREAKS)
def test_what_cannot_be_understood_changes_nothing(safe: Safe, change: dict[str, object]) -> None:
    new = Safe(safe.phone)
    answer = safe.phone.send("PUT", new.path, json=new.body() | change)
    assert said(answer) == (400, "malformed")
    assert safe.open().content == safe.share
    assert said(safe.phone.send("PUT", f"{safe.phone.box}/share/x", json=new.body())) == (
        400,
        "malformed",
    )


def test_no_proof_costs_no_try(safe: Safe) -> None:
    for body in ({}, {"proof": "00"}, {"proof": 7}, []):
        answer = safe.phone.http.post(f"/api/shares/{safe.id}/open", json=body)
        assert said(answer) == (400, "malformed")
    assert safe.open(WRONG).json()["tries_left"] == 9


def unusable(phone: Phone, inside: Inside) -> dict[str, Safe]:
    """One for each reason why there may be nothing to give."""
    spent, let_go = Safe(phone), Safe(phone)
    spent.entrust()
    spend(spent)
    let_go.entrust()
    let_go.let_go()
    gone = Safe(Phone(inside.http, inside, Invited()))
    inside.leave(gone.phone.invited)
    gone.phone.claim()
    gone.entrust()
    inside.revoke(gone.phone.invited)
    return {"unknown": Safe(phone), "spent": spent, "let go": let_go, "revoked": gone}


def test_every_reason_has_one_answer(phone: Phone, inside: Inside) -> None:
    answers = {name: safe.open() for name, safe in unusable(phone, inside).items()}
    seen = {(one.status_code, one.content, str(one.headers)) for one in answers.values()}
    assert len(seen) == 1
    assert {said(one) for one in answers.values()} == {(404, "share_unusable")}


def test_every_reason_takes_one_way_through_the_store(
    phone: Phone, inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One read and nothing else; so the times are alike as well, give or take a busy machine."""
    ways = unusable(phone, inside)
    monkeypatch.setattr(shares.SqliteShares, "_file", None, raising=False)
    monkeypatch.setattr("youthvoice.mailbox.store.database.File.writing", None)
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(200):
        for name, safe in ways.items():
            begun = time.perf_counter()
            safe.open()
            times[name].append(time.perf_counter() - begun)
    medians = [statistics.median(one) for one in times.values()]
    assert max(medians) < 1.5 * min(medians)


@pytest.fixture
def safes(serve: Callable[..., Served], proof: KeyPair) -> Iterator[list[Safe]]:
    """A hundred who ask for one share, before two servers on one file."""
    served = serve()
    first, second = served.start()[1], served.start()[1]
    with client(first) as one, client(second) as two:
        phones = [Phone(http, Inside(http, proof), Invited()) for http in (one, two)]
        phones[0].inside.leave(phones[0].invited)
        phones[0].claim()
        safe = Safe(phones[0])
        assert safe.entrust().status_code == 201
        yield [
            Safe(phones[n % 2], safe.id, safe.share, safe.proof if n == 0 else some(32))
            for n in range(MANY)
        ]


def at_once(safes: list[Safe]) -> list[httpx.Response]:
    start = Barrier(len(safes))

    def ask(safe: Safe) -> httpx.Response:
        start.wait()
        return safe.open()

    with ThreadPoolExecutor(len(safes)) as threads:
        return list(threads.map(ask, safes))


def test_exactly_ten_of_a_hundred_at_once_are_judged(safes: list[Safe]) -> None:
    right, *wrong = safes
    answers = at_once(wrong)
    judged = [one.json()["tries_left"] for one in answers if one.status_code == 403]
    assert sorted(judged) == list(range(10))
    assert {said(one) for one in answers if one.status_code != 403} == {(404, "share_unusable")}
    assert said(right.open()) == (404, "share_unusable")


def guesses_judged(database: Path, many: int) -> int:
    """How many different proofs somebody learns of who sends `many` at once, the right one last."""
    store = open_store(database)
    guesses = [some(32) for _ in range(many)]
    held = Held(some(32), guesses[-1], 0)
    name, box = some(16), some(16)
    with store._file.writing() as found:  # type: ignore[attr-defined]
        found.execute("PRAGMA defer_foreign_keys = ON")
        found.execute(
            "INSERT INTO invitations VALUES (?, ?, x'', NULL, 0, 0, x'', NULL)", [box] * 2
        )
        found.execute("INSERT INTO boxes VALUES (1, ?, ?, x'', x'', x'', x'', 0, 0)", [box, box])
        found.execute("INSERT INTO shares VALUES (?, ?, ?, ?, 0)", [name, box, *_parts(held)])
    with ThreadPoolExecutor(many) as threads:
        tried = list(threads.map(lambda guess: store.shares.open(name, guess), guesses))
    store.close()
    return sum(one.kind is not Kind.UNUSABLE for one in tried)


def _parts(held: Held) -> tuple[bytes, bytes]:
    return held.share, held.proof_hash


def test_judging_outside_the_queue_would_be_seen(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The deliberate breach: proofs are compared first and counted afterwards."""
    assert guesses_judged(database, 20) <= 11

    everybody = Barrier(20)

    def opened(self: shares.SqliteShares, name: bytes, proof_hash: bytes) -> Tried:
        with self._file.reading() as found:
            tried = trying.judge(shares._held(found, name), proof_hash)
        everybody.wait()
        with self._file.writing() as found:
            return shares._written(found, name, tried)

    monkeypatch.setattr(shares.SqliteShares, "open", opened)
    second = database.with_name("second.db")
    assert guesses_judged(second, 20) == 20
