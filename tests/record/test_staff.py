"""Staff: who may see what, and tokens that work once."""

import threading
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from tests.record.conftest import Clock, People
from youthvoice.record.cases import open_case
from youthvoice.record.staff import Staff, all_staff, staff_member
from youthvoice.record.staff.access import NotYours, case_for, cases_for, sees
from youthvoice.record.staff.tokens import TokenUnusable, new_token, use_token
from youthvoice.record.store import Store


def test_the_worker_and_the_chair_see_a_case_and_nobody_else(store: Store, people: People) -> None:
    for one in (people.worker, people.chair):
        assert case_for(store, one, people.case.id) == people.case
        assert cases_for(store, one) == [people.case]
    assert cases_for(store, people.stranger) == []
    with pytest.raises(NotYours):
        case_for(store, people.stranger, people.case.id)


def test_a_case_that_is_not_there_answers_like_one_of_somebody_else(
    store: Store, people: People
) -> None:
    with pytest.raises(NotYours):
        case_for(store, people.worker, "0" * 16)


@pytest.mark.parametrize(
    ("audience", "worker", "chair"),
    [("worker", True, False), ("meeting", True, True), ("advocate", True, False)],
)
def test_an_audience_decides_which_roles_see(
    people: People, audience: str, worker: bool, chair: bool
) -> None:
    assert (sees(people.worker, audience), sees(people.chair, audience)) == (worker, chair)


def test_an_audience_that_nobody_knows_is_the_most_private(people: People) -> None:
    assert sees(people.worker, "everybody")
    assert not sees(people.chair, "everybody")


def test_a_case_needs_a_worker_and_a_chair(store: Store, people: People) -> None:
    with pytest.raises(ValueError, match="social worker and a chair"):
        open_case(store, "Kai", people.chair, people.worker)


def test_staff_are_found_again(store: Store, people: People) -> None:
    assert staff_member(store, people.chair.id) == people.chair
    assert staff_member(store, "nobody") is None
    assert [one.name for one in all_staff(store)] == [
        "Grace Adeyemi",
        "Siân Hughes",
        "Tomasz Nowak",
    ]


def test_a_token_works_once(store: Store, people: People) -> None:
    token = new_token(store, people.worker.id)
    assert use_token(store, token) == people.worker
    with pytest.raises(TokenUnusable):
        use_token(store, token)


def test_a_token_is_used_by_one_of_many_at_once(store: Store, people: People) -> None:
    token, came_in = new_token(store, people.worker.id), list[Staff]()
    start = threading.Barrier(8)

    def knock() -> None:
        start.wait()
        with suppress(TokenUnusable):
            came_in.append(use_token(store, token))

    threads = [threading.Thread(target=knock) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert came_in == [people.worker]


def test_a_token_expires(store: Store, people: People, clock: Clock) -> None:
    token = new_token(store, people.worker.id, timedelta(minutes=15))
    clock.moment += timedelta(minutes=15)
    with pytest.raises(TokenUnusable):
        use_token(store, token)


@pytest.mark.parametrize("token", ["", "unknown", "\ud800"])
def test_a_token_that_was_never_made_opens_nothing(store: Store, token: str) -> None:
    with pytest.raises(TokenUnusable):
        use_token(store, token)


def test_the_token_itself_is_kept_nowhere(store: Store, people: People, tmp_path: Path) -> None:
    token = new_token(store, people.worker.id)
    store.close()
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("record.db*"))
    assert token.encode() not in kept
    assert people.worker.id.encode() in kept
