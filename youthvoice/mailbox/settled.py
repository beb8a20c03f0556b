"""A mailbox that was restored lets no phone in before the record has said again what holds.

It would take used invitations for new, and taken back ones for good. To a phone it is as if there
were no signal, and it tries again.
"""

from flask import Response, request

from youthvoice.mailbox import at_hand
from youthvoice.mailbox.answers import Refused

EPOCH = "Youthvoice-Epoch"
"""The header that tells a phone which history this is: in a new one it sends again what waits."""
SOON = 5
"""Seconds: the record comes at every round."""
TO_PHONES = ("claims", "boxes", "shares")


def check() -> None:
    """Raises `Refused` (503) while nothing is settled."""
    if _is_for_phones() and not at_hand.store().epochs.now().is_settled:
        raise Refused(503, "restored", after=SOON)


def tell(answer: Response) -> Response:
    """The epoch, in what phones get of their boxes."""
    if _is_for_phones() and answer.status_code < 300:
        answer.headers[EPOCH] = str(at_hand.store().epochs.now().epoch)
    return answer


def _is_for_phones() -> bool:
    parts = request.path.split("/", 3)
    return parts[1:2] == ["api"] and len(parts) > 2 and parts[2] in TO_PHONES
