"""Seal what is owed, once; send the bytes until the mailbox has them."""

from collections.abc import Callable, Iterator
from functools import partial

from youthvoice.envelope.keys import PublicKey
from youthvoice.envelope.place import Place
from youthvoice.envelope.seal import new_id, seal
from youthvoice.envelope.words import Words
from youthvoice.record.access.shared import renew_all
from youthvoice.record.epochs.epoch import epoch_of
from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom.composing import (
    compose,
    forget_receipts,
    receipt_words,
    receipts_owed,
)
from youthvoice.record.mailroom.door import Away, Door, Trouble
from youthvoice.record.mailroom.frames import ROOM, Frame
from youthvoice.record.mailroom.status import note_trouble
from youthvoice.record.owed import is_still_owed, owe
from youthvoice.record.store import Row, Store

MOST_FRAMES = 1000
TO_THE_UNSURE = ("receipt", "again", "keys")
"""What a phone is told of which neither half knows whether it was shut out: nothing of anybody."""


def seal_owed(store: Store, keys: KeyFolder) -> None:
    """Seal everything that is owed, each message in a transaction of its own.

    Messages are composed and sealed before it, with no lock held: staff who save wait for neither.
    """
    _owe_new_keys(store, keys)
    renew_all(store)
    for row in store.rows("SELECT DISTINCT box FROM owed_receipts"):
        _survive(store, partial(_seal_receipts, store, keys, row["box"]))
    for row in store.rows("SELECT box, what, cause FROM owed ORDER BY rowid"):
        _survive(store, partial(_seal_one, store, keys, row))


def send_waiting(store: Store, door: Door) -> None:
    """Send all that is sealed, in as few bodies as hold it; forget what the mailbox has."""
    for batch in _batches(store.rows("SELECT n, box, length(sealed) AS size FROM outgoing")):
        try:
            _send(store, door, batch)
        except Away:
            raise
        except Trouble as trouble:
            note_trouble(store, trouble.code)


def _send(store: Store, door: Door, batch: list[int]) -> None:
    rows = [row for n in batch if (row := store.row(_ONE, [n]))]
    results = door.send([Frame(row["box"], row["sealed"]) for row in rows])
    for row, (status, error) in zip(rows, results, strict=True):
        _settle(store, row["n"], status, error)


_ONE = "SELECT n, box, sealed FROM outgoing WHERE n = ?"


def _owe_new_keys(store: Store, keys: KeyFolder) -> None:
    serial = keys.current.serial
    sql = "SELECT box FROM boxes WHERE revoked_at IS NULL AND keys_serial < ?"
    with store.write() as database:
        for row in store.rows(sql, [serial]):
            owe(store, row["box"], "keys")
            database.table("boxes").update(row["box"], {"keys_serial": serial})


def _survive(store: Store, seal_it: Callable[[], None]) -> None:
    """One message that cannot be sealed stays owed and holds up no other."""
    try:
        seal_it()
    except Exception:
        note_trouble(store, "not_sealed")


def _seal_receipts(store: Store, keys: KeyFolder, box: str) -> None:
    owner, rows = _owner(store, box, "receipt"), receipts_owed(store, box)
    if owner is None or not rows:
        return
    sealed = _sealed(keys, owner, _in_epoch(store, receipt_words(store, rows)))
    with store.write() as database:
        forget_receipts(store, box, rows)
        database.table("outgoing").insert(sealed)


def _seal_one(store: Store, keys: KeyFolder, owed: Row) -> None:
    """Where something changed while it was composed it stays owed, to be told as it is then."""
    owner = _owner(store, owed["box"], owed["what"])
    if owner is None:
        return
    words = compose(store, keys, owner, owed["what"])
    sealed = _sealed(keys, owner, _in_epoch(store, words)) if words is not None else None
    with store.write() as database:
        if not is_still_owed(store, owed["box"], owed["what"], owed["cause"]):
            return
        database.table("owed").delete((owed["box"], owed["what"]))
        if sealed:
            database.table("outgoing").insert(sealed)


def _owner(store: Store, box: str, what: str) -> Row | None:
    """The box, if it is to get such a message now."""
    row = store.row("SELECT * FROM boxes WHERE box = ? AND revoked_at IS NULL", [box])
    return None if row and row["is_unsure"] and what not in TO_THE_UNSURE else row


def _in_epoch(store: Store, words: Words) -> Words:
    """Epoch 0 goes without saying, to phones that know of none."""
    own = epoch_of(store)
    return words | {"epoch": own} if own else words


def _sealed(keys: KeyFolder, box: Row, words: Words) -> Row:
    own_id = new_id()
    place = Place("down", keys.current.council, bytes.fromhex(box["box"]))
    to = [PublicKey.from_hex(box["agreement"])]
    sealed = seal(words, place, to=to, by=keys.signing, envelope_id=own_id)
    return {"box": box["box"], "id": own_id.hex(), "sealed": sealed}


def _batches(rows: list[Row]) -> Iterator[list[int]]:
    batch: list[int] = []
    room = ROOM
    for row in rows:
        size = Frame(row["box"], b"").size + row["size"]
        if batch and (size > room or len(batch) == MOST_FRAMES):
            yield batch
            batch, room = [], ROOM
        batch.append(row["n"])
        room -= size
    if batch:
        yield batch


def _settle(store: Store, n: int, status: int, error: str) -> None:
    if status in (200, 201):
        with store.write() as database:
            database.table("outgoing").delete_where("n = ?", [n])
    else:
        note_trouble(store, f"not_sent_{error}")
