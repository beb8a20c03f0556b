"""What advocates may read is suspended after a restore, until the young person was heard.

A record that was put back may have lost that an access was ended. The phone knows.
"""

from youthvoice.record.epochs.epoch import epoch_of
from youthvoice.record.store import Store


def suspend_all(store: Store) -> None:
    """Of every advocate who was ever given anything."""
    with store.write() as database:
        database.execute(
            "INSERT OR IGNORE INTO unheard (advocate) SELECT DISTINCT advocate FROM access"
        )


def is_suspended(store: Store, advocate_id: str) -> bool:
    """Whether it is not known yet what this advocate may read."""
    return store.row("SELECT 1 FROM unheard WHERE advocate = ?", [advocate_id]) is not None


def heard_from(store: Store, box: str) -> None:
    """A phone has said its choices again."""
    with store.write() as database:
        database.execute("UPDATE boxes SET heard = ? WHERE box = ?", [epoch_of(store), box])
        row = store.row("SELECT reader FROM boxes WHERE box = ?", [box])
        if row:
            end_if_all_heard(store, row["reader"])


def end_if_all_heard(store: Store, young_person_id: str) -> None:
    """It ends once every phone of theirs that is in use was heard, and there is one."""
    sql = "SELECT heard FROM boxes WHERE reader = ? AND revoked_at IS NULL"
    heard = [row["heard"] for row in store.rows(sql, [young_person_id])]
    if not heard or min(heard) < epoch_of(store):
        return
    with store.write() as database:
        database.execute(
            "DELETE FROM unheard WHERE advocate IN (SELECT other.id FROM readers AS one"
            " JOIN readers AS other USING (case_id)"
            " WHERE one.id = ? AND one.role = 'young_person')",
            [young_person_id],
        )


def chosen_anew(store: Store, advocate_id: str) -> None:
    """The young person has chosen about this advocate in this epoch."""
    with store.write() as database:
        database.table("unheard").delete_where("advocate = ?", [advocate_id])
