"""Icons that help reading. They never stand alone: words stand beside each of them."""

import json
from functools import cache

from markupsafe import Markup

from youthvoice.places import read_built


@cache
def drawn() -> dict[str, str]:
    """What each icon is drawn with, by the name that `static/icons.json` gives it."""
    names: dict[str, str] = json.loads(read_built("icons.json"))
    return names


def icon(name: str) -> Markup:
    """An icon of the sprite, silent to a screen reader. Raises `KeyError` for an unknown name."""
    drawn()[name]
    return Markup('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>').format(name)


def sprite() -> Markup:
    """Every icon, drawn once, for the document to hold."""
    symbol = Markup('<symbol id="i-{}" viewBox="0 0 24 24">{}</symbol>')
    symbols = (
        symbol.format(name, Markup(body))  # noqa: S704 - our own build made it
        for name, body in drawn().items()
    )
    return Markup('<div hidden><svg aria-hidden="true">{}</svg></div>').format(
        Markup("").join(symbols)
    )
