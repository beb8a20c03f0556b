"""One round trip."""

import threading
from collections.abc import Callable

from youthvoice.record.duty import tell_duty
from youthvoice.record.house import House
from youthvoice.record.keys import KeyFolder, KeyTrouble
from youthvoice.record.mailroom.claims import settle_claims
from youthvoice.record.mailroom.collect import collect
from youthvoice.record.mailroom.door import Away, Door, Trouble
from youthvoice.record.mailroom.intake import open_kept
from youthvoice.record.mailroom.invitations import carry_invitations
from youthvoice.record.mailroom.measure import Measure
from youthvoice.record.mailroom.meeting import NotSettled, meet
from youthvoice.record.mailroom.outgoing import seal_owed, send_waiting
from youthvoice.record.mailroom.status import note_contact, note_trouble
from youthvoice.record.pressing.kept import forget_old_presses
from youthvoice.record.staff.sessions import forget_old_sign_ins
from youthvoice.record.store import Store

_ONE_AT_A_TIME = threading.Lock()


def round_trip(house: House) -> None:
    """Invitations, claims, collect, publish, once; then the duty team is told of what is urgent.

    Old sign-ins and presses are forgotten on the way. What comes in has its measure in time, bytes
    and number, and each request its longest time, so that every round sends what is to be sent.

    Survives anything and says so in the status. One at a time in a process: a second caller
    waits for its turn.
    """
    with _ONE_AT_A_TIME:
        try:
            keys = house.keys
        except KeyTrouble:
            note_trouble(house.store, "keys_unreadable")
            return
        with Door(house.settings.mailbox_url, keys.door_pem) as door:
            _go(house.store, keys, door)
            note_contact(house.store, answered=door.was_answered)
        tell_duty(house.store, house.settings)


def _go(store: Store, keys: KeyFolder, door: Door) -> None:
    measure = Measure()
    steps: list[Callable[[], None]] = [
        lambda: forget_old_sign_ins(store),
        lambda: forget_old_presses(store),
        lambda: meet(store, door),
        lambda: carry_invitations(store, door),
        lambda: settle_claims(store, door),
        lambda: open_kept(store, keys, measure),
        lambda: collect(store, keys, door, measure),
        lambda: seal_owed(store, keys),
        lambda: send_waiting(store, door),
        lambda: open_kept(store, keys, measure, stubborn=True),
    ]
    for step in steps:
        try:
            step()
        except (Away, NotSettled) as away:
            note_trouble(store, away.code)
            return
        except Trouble as trouble:
            note_trouble(store, trouble.code)
        except Exception as failure:
            note_trouble(store, f"failed_{type(failure).__name__}")
