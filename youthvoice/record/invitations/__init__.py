"""Inviting a reader: six words for one phone, shown once, kept nowhere.

* Of the words the record keeps the id and, until the claim, the key by which the device proves
  itself; with the proof that key is forgotten. The mailbox gets hashes and sealed contents.
* Revoking takes the invitation, its box and whatever was waiting for it out of the world. One that
  nobody claimed in time is revoked by the mailroom; staff read that it expired.
* The worker says whether somebody could check the phone. That is advice, not a switch: its owner
  is asked at the first opening, decides, and can change it. The record does not keep it.
"""

from youthvoice.record.invitations.contents import Mode
from youthvoice.record.invitations.invite import Invitation, invite
from youthvoice.record.invitations.retire import retire_expired
from youthvoice.record.invitations.revoke import revoke
from youthvoice.record.invitations.sent import Sent, sent_to

__all__ = ["Invitation", "Mode", "Sent", "invite", "retire_expired", "revoke", "sent_to"]
