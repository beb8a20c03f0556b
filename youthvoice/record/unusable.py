"""What a phone could not use of what we sent: it says which and why, never what it said.

The phone's notice is kept like anything that arrives. For each reason there is one alarm that
nobody has seen yet, with how many messages it is about.
"""

import re

from youthvoice.envelope.words import Words
from youthvoice.record.alarms import Alarm, raise_alarm
from youthvoice.record.cases import Reader
from youthvoice.record.store import Store

CODE = "phone_cannot_use"
MOST = 200
"""Messages that one notice may be about."""
ID = re.compile(r"[0-9a-f]{32}")
REASON = re.compile(r"[a-z_]{1,40}")


def odd_unusable(store: Store, reader: Reader, words: Words) -> list[str]:
    """`odd_unusable` for what no phone of ours would say."""
    found = words.get("found")
    is_fine = isinstance(found, list) and 0 < len(found) <= MOST and all(map(_is_told, found))
    return [] if is_fine else ["odd_unusable"]


def keep_unusable(store: Store, reader: Reader, envelope_id: str, words: Words) -> list[str]:
    """Raise an alarm for each reason, unless one stands that nobody has seen."""
    for reason in sorted({one["reason"] for one in words["found"]}):
        raise_alarm(store, CODE, reader=reader.id, detail=reason)
    return []


def count_unusable(store: Store, alarm: Alarm) -> int | None:
    """How many messages that reader's phones could not use for it; None for other alarms."""
    if alarm.code != CODE or alarm.reader is None:
        return None
    row = store.row(
        "SELECT count(DISTINCT json_extract(one.value, '$.envelope')) AS many"
        " FROM envelopes, json_each(envelopes.words, '$.found') AS one"
        " WHERE reader = ? AND json_extract(words, '$.kind') = 'unusable'"
        " AND problems = '[]' AND json_extract(one.value, '$.reason') = ?",
        [alarm.reader.id, alarm.detail],
    )
    return int(row["many"]) if row else 0


def _is_told(one: object) -> bool:
    if not isinstance(one, dict) or set(one) != {"envelope", "reason"}:
        return False
    envelope, reason = str(one["envelope"]), str(one["reason"])
    return bool(ID.fullmatch(envelope) and REASON.fullmatch(reason))
