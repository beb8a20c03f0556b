"""The address by which somebody signs in, once."""

from datetime import timedelta

from youthvoice.record.house import House
from youthvoice.record.staff.tokens import LASTS, new_token


def new_link(house: House, staff_id: str, lasts: timedelta = LASTS) -> str:
    """A sign-in link that works once. It is told here and kept nowhere."""
    return f"{house.settings.inside_url}/sign-in/{new_token(house.store, staff_id, lasts)}"
