"""Record and mailbox tell each other which history they are in, before anything else in a round.

Where either was set back, what holds is settled first; nothing else is done before (see
`record/epochs`).
"""

from collections.abc import Iterator
from typing import Any

from youthvoice.record.alarms import raise_alarm
from youthvoice.record.epochs.begin import begin_epoch, owe_everything
from youthvoice.record.invitations import revoke
from youthvoice.record.mailroom.door import Away, Door, Met, Trouble
from youthvoice.record.mailroom.invitations import carry_invitations
from youthvoice.record.store import Row, Store

AT_ONCE = 500
"""Invitations in one request."""
NOT_KNOWN = "0" * 64
"""The proof of a claim that was taken in before proofs were kept."""


class NotSettled(Trouble):
    """What holds could not be settled: the round ends here."""


def meet(store: Store, door: Door) -> None:
    """Meet the mailbox; where one of us was set back, settle what holds. Raises `NotSettled`."""
    try:
        _meet(store, door)
    except Away:
        raise
    except Trouble as trouble:
        if not _row(store)["is_settled"]:
            raise NotSettled(trouble.code) from None
        raise


def _meet(store: Store, door: Door) -> None:
    met = door.meet()
    row = _next_round(store)
    if met.record >= (row["own"], row["round"]):
        begin_epoch(store, least=met.record[0])
        row = _row(store)
    is_set_back = _is_set_back(row, met)
    if is_set_back or not row["is_settled"]:
        _settle(store, door, is_set_back=is_set_back)
    door.settle(met.epoch, (row["own"], row["round"]))
    with store.write() as database:
        database.execute(
            "UPDATE epochs SET is_settled = 1, mailbox = ?, told_epoch = own, told_round = ?",
            [met.epoch, row["round"]],
        )


def _next_round(store: Store) -> Row:
    with store.write() as database:
        database.execute("UPDATE epochs SET round = round + 1")
    return _row(store)


def _is_set_back(row: Row, met: Met) -> bool:
    """It says so, or it is another one than before, or knows less than we told it."""
    is_other = row["is_settled"] and row["mailbox"] not in (0, met.epoch)
    knows_less = met.record < (row["told_epoch"], row["told_round"])
    return not met.is_settled or bool(is_other) or knows_less


def _settle(store: Store, door: Door, *, is_set_back: bool) -> None:
    """May be broken off anywhere, and begun again."""
    is_record_set_back = not _row(store)["is_settled"]
    if is_record_set_back:
        _learn_what_was_revoked(store, door)
    if is_set_back:
        with store.write():
            if is_record_set_back:
                _trust_neither(store)
            _tell_all_anew(store)
    _say_again(store, door)
    carry_invitations(store, door)


def _learn_what_was_revoked(store: Store, door: Door) -> None:
    rows = store.rows("SELECT id FROM invitations WHERE revoked_at IS NULL")
    for some in _parcels(rows):
        for one in door.revoked_among([row["id"] for row in some]):
            revoke(store, one, because="before_restore")


def _trust_neither(store: Store) -> None:
    """What was revoked since both backups nobody knows."""
    rows = store.rows("SELECT id FROM invitations WHERE revoked_at IS NULL AND claimed_at IS NULL")
    for row in rows:
        revoke(store, row["id"], because="restored")
    with store.write() as database:
        database.execute("UPDATE boxes SET is_unsure = 1 WHERE revoked_at IS NULL")
    raise_alarm(store, "both_restored")


def _tell_all_anew(store: Store) -> None:
    """A mailbox that was set back has lost what waited in it, in both directions."""
    raise_alarm(store, "mailbox_restored")
    for row in store.rows("SELECT box FROM boxes WHERE revoked_at IS NULL"):
        owe_everything(store, row["box"])
    with store.write() as database:
        database.execute(
            "INSERT INTO invitation_work (invitation, what, body)"
            " SELECT id, 'put', body FROM invitations"
            " WHERE revoked_at IS NULL AND claimed_at IS NULL AND body != ''"
            " AND id NOT IN (SELECT invitation FROM invitation_work)"
        )


def _say_again(store: Store, door: Door) -> None:
    revoked = store.rows("SELECT id FROM invitations WHERE revoked_at IS NOT NULL")
    for some in _parcels(revoked):
        door.say_again([row["id"] for row in some], [])
    claimed = store.rows("SELECT * FROM boxes WHERE revoked_at IS NULL")
    for some in _parcels(claimed):
        door.say_again([], [_claim(row) for row in some])


def _claim(row: Row) -> dict[str, Any]:
    device = {name: row[name] for name in ("agreement", "signing", "token_sha256")}
    device["proof"] = row["proof"] or NOT_KNOWN
    return {"invitation": row["invitation"], "box": row["box"], "device": device}


def _parcels(rows: list[Row]) -> Iterator[list[Row]]:
    for at in range(0, len(rows), AT_ONCE):
        yield rows[at : at + AT_ONCE]


def _row(store: Store) -> Row:
    found = store.row("SELECT * FROM epochs")
    assert found is not None  # noqa: S101 - the migration made it
    return found
