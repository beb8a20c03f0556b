"""The record collects, keeps, and then confirms; only then is anything deleted here."""

import re

from flask import Response, jsonify, request

from youthvoice.envelope.shape import ID
from youthvoice.mailbox import answers, asked, at_hand, frames
from youthvoice.mailbox.answers import malformed
from youthvoice.mailbox.asked import Fields
from youthvoice.mailbox.store.kept import Confirmed

SHA256 = 32
NEXT = "Youthvoice-Next"
"""The header with the cursor for the next call."""


def get_frames() -> Response:
    """The oldest beyond the cursor that fit in one body, a box (16 bytes) before each."""
    after = _after()
    found = at_hand.store().up.after(after, frames.ROOM, frames.LENGTH + ID)
    answer = answers.octets(frames.joined([one.box + one.data for one in found]))
    answer.headers[NEXT] = str(found[-1].number if found else after)
    return answer


def confirm() -> Response:
    """Deletes what the record keeps with these very bytes; how many. May be repeated."""
    confirmed = asked.items(asked.fields(), "envelopes", asked.one(_confirmed))
    return jsonify(deleted=at_hand.store().up.confirm(confirmed))


def _after() -> int:
    text = request.args.get("after", "0")
    if not re.fullmatch("[0-9]{1,18}", text):
        raise malformed()
    return int(text)


def _confirmed(found: Fields) -> Confirmed:
    return Confirmed(
        asked.octets(found, "box", ID),
        asked.octets(found, "id", ID),
        asked.octets(found, "sha256", SHA256),
    )
