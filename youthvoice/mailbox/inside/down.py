"""The record delivers: letters, plans and receipts, for many boxes in one body."""

from flask import Response, jsonify

from youthvoice.envelope.shape import ID, TO_ONE
from youthvoice.mailbox import arriving, asked, at_hand, frames
from youthvoice.mailbox.arriving import Frame


def put_frames() -> Response:
    """A box (16 bytes) before each envelope; each judged on its own, results in order."""
    found = [_frame(data) for data in frames.split(asked.some_body())]
    results = arriving.keep(at_hand.store().down, found, TO_ONE)
    return jsonify(results=[result.told() for result in results])


def _frame(data: bytes | None) -> Frame:
    if data is None:
        return Frame(b"", None)
    return Frame(data[:ID], data[ID:])
