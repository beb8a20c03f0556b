"""Make an invitation and leave it for the mailroom to take to the mailbox."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO

import segno

from youthvoice.envelope.invitation import (
    Secrets,
    derive,
    new_check_number,
    new_words,
    seal_contents,
)
from youthvoice.envelope.seal import new_id
from youthvoice.record.cases import Case, Reader, find_case, find_reader
from youthvoice.record.cases.about import about_serial
from youthvoice.record.epochs.epoch import epoch_of
from youthvoice.record.house import House
from youthvoice.record.invitations.contents import Mode, contents_for
from youthvoice.record.staff.access import NotYours, case_for
from youthvoice.record.staff.people import Staff


@dataclass(frozen=True)
class Invitation:
    """What the worker hands over. The words, the link and the check number are nowhere else."""

    id: str
    reader: Reader
    words: str
    link: str
    check_number: str | None
    expires: datetime

    def qr_svg(self) -> str:
        """The link as an inline `<svg>`, black on white, as large as its place on the page."""
        drawn = BytesIO()
        segno.make(self.link, error="m").save(
            drawn, kind="svg", xmldecl=False, svgns=True, omitsize=True, light="#fff"
        )
        return drawn.getvalue().decode("utf-8")


def invite(
    house: House,
    reader_id: str,
    *,
    by: Staff | None = None,
    with_check_number: bool = True,
    days: int | None = None,
    mode: Mode = "everyday",
) -> Invitation:
    """A new invitation for that reader, good for `days` (the setting's number unless said).

    `mode` says whether somebody could check the phone; it travels in the sealed contents.
    With `by`, only for a reader in a case of theirs: `NotYours`. Takes about 0.2 s, on purpose.
    """
    reader, case = _invited(house, reader_id, by)
    lasts = timedelta(days=house.settings.invitation_days if days is None else days)
    words, box = new_words(), new_id()
    check_number = new_check_number() if with_check_number else None
    secret = derive(words)
    made = Invitation(
        secret.id.hex(),
        reader,
        words,
        f"{house.settings.phone_url}/#{words}",
        check_number,
        house.store.now() + lasts,
    )
    contents = contents_for(house, case, reader, box, mode)
    _keep(house, made, secret, box, seal_contents(contents, secret))
    return made


def _invited(house: House, reader_id: str, by: Staff | None) -> tuple[Reader, Case]:
    reader = find_reader(house.store, reader_id)
    case = find_case(house.store, reader.case_id) if reader else None
    if reader is None or case is None:
        raise NotYours
    if by is not None:
        case_for(house.store, by, case.id)
    return reader, case


def _keep(house: House, made: Invitation, secret: Secrets, box: bytes, sealed: bytes) -> None:
    check = made.check_number
    body = {
        "box": box.hex(),
        "claim_hash": secret.claim_hash.hex(),
        "check_hash": secret.check_hash(check).hex() if check else None,
        "contents": sealed.hex(),
        "expires": int(made.expires.timestamp()),
    }
    row = {
        "id": made.id,
        "reader": made.reader.id,
        "box": box.hex(),
        "device_key": secret.device_key,
        "keys_serial": house.keys.current.serial,
        "about_serial": about_serial(house.store, made.reader),
        "epoch": epoch_of(house.store),
        "body": json.dumps(body),
        "made_on": house.store.today().isoformat(),
        "expires": made.expires.isoformat(),
    }
    work = {"invitation": made.id, "what": "put", "body": json.dumps(body)}
    with house.store.write() as database:
        database.table("invitations").insert(row)
        database.table("invitation_work").insert(work)
        house.store.ring()
