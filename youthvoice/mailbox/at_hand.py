"""What a view has at hand: the store, who may ask how often, the key of the inside."""

from dataclasses import dataclass

from flask import current_app
from jwt.algorithms import AllowedPublicKeys

from youthvoice.mailbox.rates import Rates
from youthvoice.mailbox.store import Store

NAME = "youthvoice.mailbox"


@dataclass(frozen=True)
class AtHand:
    """One for each app, under `NAME` in its extensions."""

    store: Store
    inside_key: AllowedPublicKeys
    rates: Rates


def inside_key() -> AllowedPublicKeys:
    """The public key of the inside."""
    return _found().inside_key


def store() -> Store:
    """The store of the app that answers this request."""
    return _found().store


def rates() -> Rates:
    """Who may still ask."""
    return _found().rates


def _found() -> AtHand:
    found: AtHand = current_app.extensions[NAME]
    return found
