"""The record learns which devices claimed which invitations."""

from flask import Response, jsonify

from youthvoice.envelope.shape import ID
from youthvoice.mailbox import answers, asked, at_hand
from youthvoice.mailbox.store.kept import Claimed


def unconfirmed() -> Response:
    """Claims that the record has not confirmed yet, oldest first, at most 1,000."""
    return jsonify(claims=[_told(one) for one in at_hand.store().claims.unconfirmed()])


def confirm() -> Response:
    """The record knows of these. May be repeated."""
    known = asked.items(asked.fields(), "invitations", lambda name: asked.from_hex(name, ID))
    at_hand.store().claims.confirm(known)
    return answers.nothing(204)


def _told(claimed: Claimed) -> dict[str, object]:
    device = claimed.device
    return {
        "invitation": claimed.invitation.hex(),
        "box": claimed.box.hex(),
        "held": claimed.held,
        "device": {
            "agreement": device.agreement.hex(),
            "signing": device.signing.hex(),
            "token_sha256": device.token_sha256.hex(),
            "proof": device.proof.hex(),
        },
    }
