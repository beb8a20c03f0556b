"""The council's keys: one folder of files, and the escrow key that is not in it.

keyset.json              the signed set that phones are given; says which pair is in use
operational.pem          the pair in use; opens what phones send
operational-<id>.pem     every pair there ever was: older ones still open
operational-<id>.public  their public halves (hex), which a signature covers
escrow.public            hex; the private half is kept off this machine
signing.pem root.pem     sign what goes to phones; sign the key set
door.pem door.public.pem by which the mailbox knows the record

Every file is its owner's alone; what was made or copied wider is tightened when it is read.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from click import ClickException

from youthvoice import clock, owner_only
from youthvoice.envelope.keys import KeyPair, PublicKey
from youthvoice.envelope.keyset import KeySet
from youthvoice.envelope.shape import BadEnvelope
from youthvoice.envelope.words import Words
from youthvoice.owner_only import ReadableByOthers

KINDS = ("keyset.json", "*.pem", "*.public")
"""What lies in the folder."""


class KeyTrouble(ClickException):
    """Keys that are missing, unreadable or already there: a sentence that says what to do."""


@dataclass(frozen=True)
class KeyFolder:
    """What the record needs of the keys, as the folder is at this moment.

    `opening` holds private halves by key id; `operational` every public half by key id.
    """

    current: KeySet
    signed: Words
    root: PublicKey
    signing: KeyPair
    door_pem: bytes
    opening: Mapping[bytes, KeyPair]
    operational: Mapping[bytes, PublicKey]

    @classmethod
    def load(cls, folder: Path) -> "KeyFolder":
        """The keys in the folder. Raises `KeyTrouble`."""
        try:
            return cls._loaded(folder)
        except ReadableByOthers as wrong:
            raise KeyTrouble(f"Not with these keys: {wrong}.") from None
        except OSError as wrong:
            raise KeyTrouble(
                f"{wrong.filename} cannot be read: {wrong.strerror}."
                " `youthvoice keys` makes a council's keys."
            ) from None
        except (BadEnvelope, ValueError) as wrong:
            raise KeyTrouble(f"A file in {folder} is not what it should be: {wrong}.") from None

    @classmethod
    def _loaded(cls, folder: Path) -> "KeyFolder":
        owner_only.tighten(*(file for kind in KINDS for file in folder.glob(kind)))
        signed = json.loads((folder / "keyset.json").read_text("utf-8"))
        root = KeyPair.from_pem((folder / "root.pem").read_bytes()).public
        pairs = [KeyPair.from_pem(file.read_bytes()) for file in folder.glob("operational*.pem")]
        publics = [_public(file) for file in folder.glob("operational-*.public")]
        return cls(
            KeySet.checked(signed, root),
            signed,
            root,
            KeyPair.from_pem((folder / "signing.pem").read_bytes()),
            (folder / "door.pem").read_bytes(),
            {pair.public.key_id: pair for pair in pairs},
            {public.key_id: public for public in publics},
        )

    def recipients(self, key_id: bytes) -> list[PublicKey]:
        """Whom a phone sealed for when it used that operational key. Raises `BadEnvelope`."""
        if key_id not in self.operational:
            raise BadEnvelope("unknown_key")
        return [self.operational[key_id], self.current.escrow]

    def with_escrow(self, escrow: KeyPair) -> "KeyFolder":
        """The same, opening with the escrow key alone. `KeyTrouble` for another's key."""
        if escrow.public != self.current.escrow:
            raise KeyTrouble("This is not the private half of this council's escrow key.")
        return replace(self, opening={escrow.public.key_id: escrow})


def make_keys(folder: Path, council: str) -> Path:
    """Make all keys of a council in a new folder. `KeyTrouble` if there are keys already.

    Returns the file of the escrow key's private half, which stands in a folder of its own beside
    this one: move it off the machine, it opens everything.
    """
    apart = folder.with_name(folder.name + "-escrow")
    if (folder / "keyset.json").exists() or (apart / "escrow.pem").exists():
        raise KeyTrouble(
            f"There are keys in {folder} or {apart} already. They are left as they are."
        )
    for one in (folder, apart):
        owner_only.folder(one)
    escrow, signing, root, door = (KeyPair.new() for _ in range(4))
    owner_only.write(apart / "escrow.pem", escrow.to_pem())
    owner_only.write(folder / "escrow.public", escrow.public.raw.hex().encode())
    for name, pair in (("signing", signing), ("root", root), ("door", door)):
        owner_only.write(folder / f"{name}.pem", pair.to_pem())
    owner_only.write(folder / "door.public.pem", door.public_pem())
    unused = KeySet(council, 0, escrow.public, escrow.public, signing.public)
    _put_in_use(folder, unused, root)
    return apart / "escrow.pem"


def rotate(folder: Path, *, restored: bool = False) -> KeySet:
    """A new operational pair with the next serial. The older ones stay and still open.

    Keys that were `restored` get a serial that none had before: which ones phones have seen since
    the backup nobody knows, and they believe newer ones only.

    Works without the older private halves: this is also the way on after one was lost. Phones are
    told by the next round trip of the mailroom.
    """
    keys = KeyFolder.load(folder)
    root = KeyPair.from_pem((folder / "root.pem").read_bytes())
    before = keys.current
    if restored:
        before = replace(before, serial=max(before.serial, int(clock.epoch())))
    return _put_in_use(folder, before, root)


def _put_in_use(folder: Path, before: KeySet, root: KeyPair) -> KeySet:
    """The pair is on the disk under its own name before any key set speaks of it."""
    pair = KeyPair.new()
    own_name = f"operational-{pair.public.key_id.hex()}"
    owner_only.write(folder / f"{own_name}.pem", pair.to_pem())
    owner_only.write(folder / f"{own_name}.public", pair.public.raw.hex().encode())
    now = replace(before, serial=before.serial + 1, operational=pair.public)
    owner_only.write(folder / "keyset.json", json.dumps(now.signed(root), indent=1).encode())
    owner_only.write(folder / "operational.pem", pair.to_pem())
    return now


def _public(file: Path) -> PublicKey:
    return PublicKey.from_hex(file.read_text("ascii").strip())
