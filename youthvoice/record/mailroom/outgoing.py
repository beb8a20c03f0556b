"""Seal what is owed, once; send the bytes until the mailbox has them."""

from collections.abc import Iterator

from youthvoice.envelope.keys import PublicKey
from youthvoice.envelope.place import Place
from youthvoice.envelope.seal import new_id, seal
from youthvoice.envelope.words import Words
from youthvoice.record.epochs.epoch import epoch_of
from youthvoice.record.keys import KeyFolder
from youthvoice.record.mailroom.composing import compose, take_receipts
from youthvoice.record.mailroom.door import Away, Door, Trouble
from youthvoice.record.mailroom.frames import ROOM, Frame
from youthvoice.record.mailroom.status import note_trouble
from youthvoice.record.owed import owe
from youthvoice.record.store import Row, Store

MOST_FRAMES = 1000
TO_THE_UNSURE = ("receipt", "again", "keys")
"""What a phone is told of which neither half knows whether it was shut out: nothing of anybody."""


def seal_owed(store: Store, keys: KeyFolder) -> None:
    """Seal everything that is owed, each message in a transaction of its own."""
    _owe_new_keys(store, keys)
    for row in store.rows("SELECT DISTINCT box FROM owed_receipts"):
        _try_sealing(store, keys, row["box"], "receipt")
    for row in store.rows("SELECT box, what FROM owed ORDER BY rowid"):
        _try_sealing(store, keys, row["box"], row["what"])


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


def _try_sealing(store: Store, keys: KeyFolder, box: str, what: str) -> None:
    """One message that cannot be sealed stays owed and holds up no other."""
    try:
        with store.write() as database:
            owner = store.row("SELECT * FROM boxes WHERE box = ? AND revoked_at IS NULL", [box])
            if owner is None or (owner["is_unsure"] and what not in TO_THE_UNSURE):
                return
            if what == "receipt":
                words = take_receipts(store, box)
            else:
                words = compose(store, keys, owner, what)
                database.table("owed").delete_where("box = ? AND what = ?", [box, what])
            if words is not None:
                database.table("outgoing").insert(_sealed(keys, owner, _in_epoch(store, words)))
    except Exception:
        note_trouble(store, "not_sealed")


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
