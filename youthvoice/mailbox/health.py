"""Whether the mailbox can do its work."""

from flask import Response, jsonify

from youthvoice.mailbox import at_hand


def healthz() -> Response:
    """200 once the store has written and read something for real; otherwise 503."""
    at_hand.store().check()
    return jsonify(ok=True)
