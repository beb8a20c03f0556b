"""Learn which device claimed an invitation, and believe only what it can prove."""

import re
from typing import Any

from youthvoice.envelope.invitation import Device, proves
from youthvoice.envelope.keys import PublicKey
from youthvoice.envelope.shape import from_hex
from youthvoice.record.alarms import raise_alarm
from youthvoice.record.cases import find_reader
from youthvoice.record.cases.about import about_serial
from youthvoice.record.epochs.epoch import epoch_of
from youthvoice.record.invitations import retire_expired, revoke
from youthvoice.record.mailroom.door import Door
from youthvoice.record.mailroom.status import note_trouble
from youthvoice.record.owed import Owed, owe
from youthvoice.record.reports import owe_all_reports
from youthvoice.record.store import Row, Store

SHA256 = 32
EVERYTHING: tuple[Owed, ...] = (
    *("points", "publication", "asked", "access", "shared", "to_approve"),
)
"""What a new phone is owed beside all reports; of a kind with nothing in it nothing is sent."""
MOST_CLAIMS = 1_000
"""That are looked at in one round; the others are told again in the next."""
NAME = re.compile("[0-9a-f]{32}")


def settle_claims(store: Store, door: Door) -> None:
    """Settle each claim, then tell the mailbox, so that none is lost in between.

    What nobody claimed in time is retired here, where it is known which claims there are.
    """
    told = door.claims()
    looked_at = told[:MOST_CLAIMS]
    settled = [claim["invitation"] for claim in looked_at if _is_settled(store, claim)]
    if settled:
        door.confirm_claims(settled)
    retire_expired(store, {str(claim.get("invitation")) for claim in told})


def _is_settled(store: Store, claim: dict[str, Any]) -> bool:
    """One claim that cannot be handled is told again at the next round; the rest goes on."""
    try:
        return settle(store, claim)
    except Exception:
        note_trouble(store, "claim_not_handled")
        return False


def settle(store: Store, claim: dict[str, Any]) -> bool:
    """Take in one claim; the same again changes nothing. False when there is nothing to confirm.

    A claim that is not proved raises an alarm and revokes its invitation.
    """
    invitation = claim.get("invitation")
    if not isinstance(invitation, str) or not NAME.fullmatch(invitation):
        raise_alarm(store, "unknown_invitation")
        return False
    with store.write():
        row = store.row("SELECT * FROM invitations WHERE id = ?", [invitation])
        if row is None:
            code = "invitation_since" if epoch_of(store) else "unknown_invitation"
            raise_alarm(store, code, detail=invitation)
        elif row["claimed_at"]:
            _compare(store, row, claim)
        elif not row["revoked_at"]:
            _take(store, row, claim)
    return True


def _take(store: Store, row: Row, claim: dict[str, Any]) -> None:
    wrong = _wrong(row, claim)
    if wrong:
        raise_alarm(store, wrong, reader=row["reader"], detail=row["id"])
        revoke(store, row["id"], because=wrong)
        return
    device = claim["device"]
    box = {"box": row["box"], "reader": row["reader"], "invitation": row["id"]}
    box |= {"agreement": device["agreement"], "signing": device["signing"]}
    box |= {"token_sha256": device["token_sha256"], "keys_serial": row["keys_serial"]}
    box |= {"proof": device["proof"], "heard": row["epoch"]}
    with store.write() as database:
        database.table("boxes").insert(box)
        database.execute(
            "UPDATE invitations SET claimed_at = ?, device_key = NULL, body = '' WHERE id = ?",
            [store.now().isoformat(), row["id"]],
        )
    for what in EVERYTHING:
        owe(store, row["box"], what)
    owe_all_reports(store, row["box"], row["reader"])
    if _has_changed_since(store, row):
        owe(store, row["box"], "about")
    if row["epoch"] < epoch_of(store):
        owe(store, row["box"], "again")


def _has_changed_since(store: Store, row: Row) -> bool:
    """The case is not as the invitation told it to this reader any more."""
    reader = find_reader(store, row["reader"])
    return reader is not None and about_serial(store, reader) > row["about_serial"]


def _wrong(row: Row, claim: dict[str, Any]) -> str:
    """A stable code, or empty when the claim is good."""
    if claim.get("box") != row["box"]:
        return "wrong_box"
    try:
        device, proof = _device(claim["device"]), from_hex(claim["device"]["proof"])
    except (KeyError, TypeError, ValueError):
        return "bad_device"
    proved = proves(row["device_key"], bytes.fromhex(row["id"]), device, proof)
    return "" if proved else "bad_proof"


def _device(told: dict[str, str]) -> Device:
    token = from_hex(told["token_sha256"])
    if len(token) != SHA256:
        raise ValueError("token_sha256")
    agreement = PublicKey.from_hex(told["agreement"])
    return Device(agreement.raw, PublicKey.from_hex(told["signing"]).raw, token)


def _compare(store: Store, row: Row, claim: dict[str, Any]) -> None:
    """One invitation, one device: the first that proved itself stays."""
    box = store.row("SELECT * FROM boxes WHERE invitation = ?", [row["id"]])
    device = claim.get("device")
    own = ("agreement", "signing", "token_sha256")
    if not isinstance(device, dict) or not box or any(box[k] != device.get(k) for k in own):
        raise_alarm(store, "claimed_twice", reader=row["reader"], detail=row["id"])
