"""Take out of the world what nobody claimed in time."""

from datetime import timedelta

from youthvoice.record.invitations.revoke import revoke
from youthvoice.record.store import Store

EXPIRED = "expired"
"""Why it was taken back, as the row says it."""
GRACE = timedelta(hours=1)
"""For a claim made in the last moment, and for clocks that differ."""


def retire_expired(store: Store, still_settling: set[str]) -> None:
    """Revoke every unclaimed invitation that is over; not one whose claim is under way."""
    over = (store.now() - GRACE).isoformat()
    sql = (
        "SELECT id FROM invitations"
        " WHERE claimed_at IS NULL AND revoked_at IS NULL AND expires <= ?"
    )
    with store.write():
        for row in store.rows(sql, [over]):
            if row["id"] not in still_settling:
                revoke(store, row["id"], because=EXPIRED)
