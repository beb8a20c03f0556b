"""Sessions: known by a hash, ended everywhere at once, forgotten when they are over."""

import secrets
from datetime import timedelta
from pathlib import Path

import pytest

from tests.record.conftest import Clock, People
from tests.record.served import Mailbox
from youthvoice.record.house import House
from youthvoice.record.mailroom import round_trip
from youthvoice.record.staff.sessions import (
    WORKING_DAY,
    begin_session,
    end_session,
    forget_old_sign_ins,
    whose_session,
)
from youthvoice.record.staff.tokens import new_token, use_token
from youthvoice.record.store import Store


def kept(store: Store) -> tuple[int, int]:
    """How many sessions and how many tokens there are."""
    return (
        len(store.rows("SELECT * FROM sessions")),
        len(store.rows("SELECT * FROM sign_in_tokens")),
    )


def begun(store: Store, people: People) -> str:
    """A new session of the worker's."""
    session = secrets.token_hex()
    begin_session(store, people.worker.id, session)
    return session


def test_a_session_is_its_persons_until_it_is_ended(store: Store, people: People) -> None:
    mine, other = (begun(store, people) for _ in range(2))
    assert whose_session(store, mine) == people.worker
    end_session(store, mine)
    assert whose_session(store, mine) is None
    assert whose_session(store, other) == people.worker


def test_a_session_is_over_after_a_working_day(store: Store, people: People, clock: Clock) -> None:
    session = begun(store, people)
    clock.moment += WORKING_DAY
    assert whose_session(store, session) is None


@pytest.mark.parametrize("session", ["", "unknown", "\ud800"])
def test_a_session_that_never_began_is_nobodys(store: Store, session: str) -> None:
    assert whose_session(store, session) is None


def test_the_session_itself_is_kept_nowhere(store: Store, people: People, tmp_path: Path) -> None:
    session = begun(store, people)
    store.close()
    found = b"".join(file.read_bytes() for file in tmp_path.glob("record.db*"))
    assert session.encode() not in found


def test_what_is_over_is_forgotten_and_the_rest_stays(
    store: Store, people: People, clock: Clock
) -> None:
    begun(store, people)
    use_token(store, new_token(store, people.worker.id))
    new_token(store, people.worker.id)
    clock.moment += WORKING_DAY
    waiting = new_token(store, people.worker.id, timedelta(minutes=15))
    session = begun(store, people)
    assert kept(store) == (2, 3)
    forget_old_sign_ins(store)
    assert kept(store) == (1, 1)
    assert whose_session(store, session) == people.worker
    assert use_token(store, waiting) == people.worker


def test_a_round_trip_forgets_them_though_the_mailbox_is_away(
    house: House, people: People, mailbox: Mailbox
) -> None:
    use_token(house.store, new_token(house.store, people.worker.id))
    mailbox.stop()
    round_trip(house)
    mailbox.start()
    assert kept(house.store) == (0, 0)
