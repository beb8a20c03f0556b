"""The record as a running thing: its settings, its store, its keys."""

from dataclasses import dataclass

from youthvoice.record.keys import KeyFolder, KeyTrouble
from youthvoice.record.store import Store, open_store
from youthvoice.settings import Inside


@dataclass(frozen=True)
class House:
    """What everything inside shares."""

    settings: Inside
    store: Store

    @property
    def keys(self) -> KeyFolder:
        """The keys as they are now: another process may have rotated them. `KeyTrouble`."""
        return KeyFolder.load(self.settings.keys)

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def open_house(settings: Inside) -> House:
    """Open the store and check the keys. Raises `KeyTrouble` for keys that would not work."""
    keys = KeyFolder.load(settings.keys)
    if keys.current.council != settings.council:
        raise KeyTrouble(
            f"The keys in {settings.keys} are those of {keys.current.council!r},"
            f" and YOUTHVOICE_COUNCIL is {settings.council!r}."
        )
    if keys.current.operational.key_id not in keys.opening:
        raise KeyTrouble(
            f"The operational key that phones use now is not in {settings.keys}."
            " `youthvoice keys` can rotate to a new one; the escrow key opens what came before."
        )
    return House(settings, open_store(settings.record_database))
