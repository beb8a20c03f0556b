"""Whether the mailbox can do its work."""

from flask import Response, jsonify

from youthvoice.mailbox import at_hand


def healthz() -> Response:
    """200 once the store was read for real, and if its last writing went well; otherwise 503.

    Anybody can ask, as often as they like: asking writes nothing.
    """
    at_hand.store().check()
    return jsonify(ok=True)
