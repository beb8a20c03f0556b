"""An area's own words and what they mean, as phones are told them."""

from collections.abc import Iterable

from youthvoice.meanings import AreaWord
from youthvoice.record.store import Store


def area_words(store: Store) -> list[AreaWord]:
    """In the order of the area's file."""
    rows = store.rows("SELECT term, meaning FROM area_words ORDER BY rowid")
    return [{"term": row["term"], "meaning": row["meaning"]} for row in rows]


def keep_area_words(store: Store, words: Iterable[AreaWord]) -> None:
    """These and no others."""
    with store.write() as database:
        database.execute("DELETE FROM area_words")
        database.table("area_words").insert_all(dict(word) for word in words)
