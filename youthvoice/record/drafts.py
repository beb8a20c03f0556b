"""What is being written in a case: one draft of a kind, with a revision."""

import json
from typing import Any

from youthvoice.record.store import Store


class StaleDraft(Exception):  # noqa: N818 - it is the draft that is stale
    """Somebody else saved since it was read. Nothing was written."""


def read_draft(store: Store, case_id: str, what: str) -> tuple[dict[str, Any], int]:
    """The draft's words and its revision; `({}, 0)` before the first saving."""
    row = store.row(
        "SELECT words, revision FROM drafts WHERE case_id = ? AND what = ?", [case_id, what]
    )
    return (json.loads(row["words"]), row["revision"]) if row else ({}, 0)


def save_draft(
    store: Store, case_id: str, what: str, words: dict[str, Any], *, revision: int
) -> int:
    """Save over the revision that was read; returns the new one. Raises `StaleDraft`."""
    with store.write() as database:
        _, stored = read_draft(store, case_id, what)
        if stored != revision:
            raise StaleDraft
        row = {"case_id": case_id, "what": what, "revision": revision + 1}
        row["words"] = json.dumps(words, ensure_ascii=False)
        database.table("drafts").insert(row, replace=True)
    return revision + 1
