"""The mailroom goes to the mailbox and comes back; nothing ever comes in by itself.

One round trip: leave and take back invitations, learn of claims, collect, seal and send. Whatever
goes wrong with one thing is noted and the next is handled; a mailbox that does not answer ends the
round, says so in the status that staff see, and the next round heals it.

* `door` is the only module that makes HTTP requests. What the mailbox answers is believed no
  further than its length: a claim must be proved, an envelope must open.
* An envelope for a box whose claim we have not seen yet waits for the next round; so does one whose
  handling failed, with an alarm, since its bytes are kept.
* A message is sealed once. Its bytes are kept until the mailbox has them, so that sending again is
  harmless, and deleted then: what was published is kept elsewhere.
"""

from youthvoice.record.mailroom.escrow import open_with_escrow, reopen_with_escrow
from youthvoice.record.mailroom.rounds import round_trip
from youthvoice.record.mailroom.status import Status, status
from youthvoice.record.mailroom.thread import Mailroom

__all__ = [
    "Mailroom",
    "Status",
    "open_with_escrow",
    "reopen_with_escrow",
    "round_trip",
    "status",
]
