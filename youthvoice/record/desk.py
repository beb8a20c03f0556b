"""Who sits at the desk, and in which house: what every page asks.

However staff sign in, they end in `seat`; everything else asks `current_staff()`.
"""

from flask import abort, current_app, g, session

from youthvoice.record.cases import Case
from youthvoice.record.house import House
from youthvoice.record.staff import Staff
from youthvoice.record.staff.access import case_for
from youthvoice.record.staff.sessions import begin_session, end_session, whose_session
from youthvoice.record.store import Store

SEAT = "seat"
"""What the cookie carries of a session: a secret of which the store keeps the SHA-256."""


def house() -> House:
    """The house of the running app."""
    found: House = current_app.extensions["house"]
    return found


def store() -> Store:
    """Its store."""
    return house().store


def seat(staff: Staff, secret: str) -> None:
    """Sign this person in by a session of that secret, with nothing left of who sat here before."""
    if session.get(SEAT) != secret:
        leave()
    session.permanent = True
    begin_session(store(), staff.id, secret)
    session[SEAT] = secret


def leave() -> None:
    """Nobody is signed in here, nor with a copy of this cookie."""
    if SEAT in session:
        end_session(store(), session[SEAT])
    session.clear()
    g.pop("seated", None)


def seated() -> Staff | None:
    """Who is signed in, if anybody."""
    if "seated" not in g:
        g.seated = whose_session(store(), session[SEAT]) if SEAT in session else None
    found: Staff | None = g.seated
    return found


def current_staff() -> Staff:
    """Who is signed in. 401 for nobody."""
    return seated() or abort(401)


def own_case(case_id: str) -> Case:
    """The case of that id, if it is one of this person's. Raises `NotYours`."""
    return case_for(store(), current_staff(), case_id)
