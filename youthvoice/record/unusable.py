"""What a phone could not use of what we sent: it says which and why, never what it said.

The phone's notice is kept like anything that arrives. For each reason there is one alarm that
nobody has seen yet, with how many messages it is about.
"""

import re

from youthvoice.envelope.words import Words
from youthvoice.record.alarms import raise_alarm
from youthvoice.record.cases import Reader
from youthvoice.record.store import Store

PREFIX = "phone_"
"""What the codes of these alarms begin with; the reason follows."""
REASONS = {
    *("unknown_kind", "odd_shape", "does_not_open", "bad_signature", "not_an_envelope"),
    *("unknown_version", "unknown_suite", "wrong_place", "wrong_size", "wrong_padding"),
    *("not_canonical", "unknown_key"),
}
OTHER = "unexpected"
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
    """Raise the alarm of each one's reason, with the message that it is about."""
    for one in words["found"]:
        reason = one["reason"] if one["reason"] in REASONS else OTHER
        raise_alarm(store, PREFIX + reason, reader=reader.id, envelope=one["envelope"])
    return []


def _is_told(one: object) -> bool:
    if not isinstance(one, dict) or set(one) != {"envelope", "reason"}:
        return False
    envelope, reason = str(one["envelope"]), str(one["reason"])
    return bool(ID.fullmatch(envelope) and REASON.fullmatch(reason))
