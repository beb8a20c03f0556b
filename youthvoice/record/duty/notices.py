"""Which notices are owed, and sending them."""

from youthvoice.record.alarms import raise_alarm
from youthvoice.record.duty.post import NotTaken, send
from youthvoice.record.store import Row, Store
from youthvoice.settings import Inside


def owe_notice(store: Store, reader_id: str, envelope: str) -> None:
    """Something is to be read soon: an alarm inside, and the duty team is owed a notice."""
    raise_alarm(store, "read_soon", reader=reader_id, envelope=envelope)
    row = {"envelope": envelope, "asked_at": store.now().isoformat()}
    with store.write() as database:
        database.table("duty_notices").insert(row, ignore=True)


def tell_duty(store: Store, settings: Inside) -> None:
    """Send what is owed, in one e-mail, where an address is set."""
    owed = store.rows(
        "SELECT envelope, reader FROM duty_notices"
        " JOIN envelopes ON envelopes.id = envelope WHERE sent_at IS NULL"
    )
    if not (owed and settings.duty_email):
        return
    try:
        send(settings)
    except NotTaken as why:
        _raise_alarms(store, owed, str(why))
        return
    _note_sent(store, owed)


def _raise_alarms(store: Store, owed: list[Row], why: str) -> None:
    """One for each person whose words wait, however many there are."""
    last = {row["reader"]: row["envelope"] for row in owed}
    with store.write():
        for reader, envelope in last.items():
            raise_alarm(store, "duty_not_told", reader=reader, envelope=envelope, detail=why)


def _note_sent(store: Store, told: list[Row]) -> None:
    now = store.now().isoformat()
    with store.write() as database:
        database.conn.executemany(
            "UPDATE duty_notices SET sent_at = ? WHERE envelope = ?",
            [(now, row["envelope"]) for row in told],
        )
