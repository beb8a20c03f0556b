"""What the inside of the council does here. It always calls; the mailbox never calls in.

Every route is behind `door.check`, which stands before the blueprint and so cannot be forgotten.
"""

from flask import Blueprint

from youthvoice.mailbox.inside import claims, door, down, epochs, invitations, up

inside = Blueprint("inside", __name__, url_prefix="/api/inside")
inside.before_request(door.check)
inside.put("/invitations/<invitation>")(invitations.put)
inside.delete("/invitations/<invitation>")(invitations.revoke)
inside.get("/claims")(claims.unconfirmed)
inside.post("/claims/confirm", endpoint="confirm_claims")(claims.confirm)
inside.get("/frames/up", endpoint="get_frames_up")(up.get_frames)
inside.post("/up/confirm", endpoint="confirm_up")(up.confirm)
inside.post("/frames/down", endpoint="put_frames_down")(down.put_frames)
inside.get("/epoch", endpoint="get_epoch")(epochs.now)
inside.post("/revoked")(epochs.revoked)
inside.post("/again")(epochs.again)
inside.post("/settle")(epochs.settle)
