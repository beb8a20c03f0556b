"""Claims: a device is bound to an invitation and gets its box."""

import secrets
from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from youthvoice.mailbox.store.database import File
from youthvoice.mailbox.store.judging import UNUSABLE, Asked, Kind, Known, Verdict, judge
from youthvoice.mailbox.store.kept import Claimed, Device

SECRET = 32
AT_ONCE = 1000
"""Claims told to the record in one answer; it confirms them and asks again."""

KNOWN = """
SELECT claim_hash, check_hash, expires, tries, held, agreement, signing, token_sha256, proof
FROM invitations LEFT JOIN boxes ON boxes.invitation = invitations.id
WHERE invitations.id = ?
"""


class SqliteClaims:
    """`Claims` in SQLite."""

    def __init__(self, file: File) -> None:
        self._file = file

    def claim(self, asked: Asked, now: int) -> Verdict:
        """Read first: what changes nothing joins no queue. What writes is judged again in it."""
        with self._file.reading() as database:
            verdict = _judged(database, asked, now)
        if verdict.kind not in (Kind.FIRST, Kind.CHECK_WRONG):
            return verdict
        with self._file.writing() as database:
            return _written(database, asked, _judged(database, asked, now))

    def token_of(self, box: bytes) -> bytes | None:
        """One read."""
        return self._of_box("token_sha256", "id", box)

    def box_of(self, invitation: bytes) -> bytes | None:
        """One read."""
        return self._of_box("id", "invitation", invitation)

    def hold(self, box: bytes) -> None:
        """The sealed contents are zeroed in the file."""
        with self._file.writing(empty_the_log=True) as database:
            database.execute("UPDATE boxes SET held = 1 WHERE id = ?", [box])
            database.execute("UPDATE invitations SET contents = NULL WHERE box = ?", [box])

    def unconfirmed(self) -> list[Claimed]:
        """In the order of the claims."""
        with self._file.reading() as database:
            rows = database.table("boxes").rows_where(
                "confirmed = 0", order_by="number", limit=AT_ONCE
            )
            return [
                Claimed(row["invitation"], row["id"], _device(row), bool(row["held"]))
                for row in rows
            ]

    def confirm(self, invitations: Sequence[bytes]) -> None:
        """Unknown ones are passed over."""
        with self._file.writing() as database:
            for invitation in invitations:
                database.execute(
                    "UPDATE boxes SET confirmed = 1 WHERE invitation = ?", [invitation]
                )

    def restate(self, claimed: Sequence[Claimed]) -> None:
        """An invitation that is not here any more gets a row that nobody can claim."""
        with self._file.writing() as database:
            for one in claimed:
                if not database.table("revoked").count_where("id = ?", [one.invitation]):
                    _restate(database, one)

    def _of_box(self, wanted: str, column: str, value: bytes) -> bytes | None:
        with self._file.reading() as database:
            rows = database.table("boxes").rows_where(f"{column} = ?", [value], select=wanted)
            return next((row[wanted] for row in list(rows)), None)


def _judged(database: Database, asked: Asked, now: int) -> Verdict:
    verdict = judge(_known(database, asked.invitation), asked, now)
    if verdict.kind not in (Kind.FIRST, Kind.AGAIN):
        return verdict
    contents = _contents(database, asked.invitation)
    return UNUSABLE if contents is None else Verdict(verdict.kind, contents=contents)


def _written(database: Database, asked: Asked, verdict: Verdict) -> Verdict:
    if verdict.kind is Kind.CHECK_WRONG:
        database.execute(
            "UPDATE invitations SET tries = tries + 1 WHERE id = ?", [asked.invitation]
        )
    if verdict.kind is Kind.FIRST:
        database.execute(
            "INSERT INTO boxes (id, invitation, agreement, signing, token_sha256, proof)"
            " SELECT box, id, ?, ?, ?, ? FROM invitations WHERE id = ?",
            [
                asked.device.agreement,
                asked.device.signing,
                asked.device.token_sha256,
                asked.device.proof,
                asked.invitation,
            ],
        )
    return verdict


def _known(database: Database, invitation: bytes) -> Known | None:
    for row in list(database.query(KNOWN, [invitation])):
        device = None if row["agreement"] is None else _device(row)
        return Known(
            row["claim_hash"],
            row["check_hash"],
            row["expires"],
            row["tries"],
            device,
            bool(row["held"]),
        )
    return None


def _contents(database: Database, invitation: bytes) -> bytes | None:
    rows = database.table("invitations").rows_where("id = ?", [invitation], select="contents")
    return next((row["contents"] for row in list(rows)), None)


def _device(row: dict[str, Any]) -> Device:
    return Device(row["agreement"], row["signing"], row["token_sha256"], row["proof"])


def _restate(database: Database, one: Claimed) -> None:
    unclaimable = [secrets.token_bytes(SECRET), secrets.token_bytes(SECRET)]
    database.execute(
        "INSERT OR IGNORE INTO invitations (id, box, claim_hash, expires, fingerprint)"
        " VALUES (?, ?, ?, 0, ?)",
        [one.invitation, one.box, *unclaimable],
    )
    device = one.device
    database.execute(
        "INSERT INTO boxes"
        " (id, invitation, agreement, signing, token_sha256, proof, held, confirmed)"
        " SELECT box, id, ?, ?, ?, ?, contents IS NULL, 1 FROM invitations WHERE id = ?"
        " ON CONFLICT DO UPDATE SET agreement = excluded.agreement, signing = excluded.signing,"
        " token_sha256 = excluded.token_sha256, proof = excluded.proof, confirmed = 1",
        [device.agreement, device.signing, device.token_sha256, device.proof, one.invitation],
    )
