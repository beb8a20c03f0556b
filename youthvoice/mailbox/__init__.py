"""Where sealed envelopes wait: an API and a store. It has no template, no cookie, no private key.

`create_mailbox(store, inside_public_key)` is the blueprint; `open_store(path)` is the store. The
API is described in `openapi.json`, which is data, and a test holds it and the routes together.

Decisions
---------
* **What it can know.** Random ids, a device's public keys, sizes in buckets, and the hour in which
  an invitation expires. No column says when anything happened: order is a number that only grows.
  `expires` is rounded down, so an invitation ends up to 59 minutes before the record said.
* **One answer for what cannot be claimed.** Unknown, used, expired, revoked, wrong claim key and no
  tries left are one verdict, one 404 and one way through the store: a read, a comparison against
  something even where nothing is known, no write. Only a claim that changes something (the first
  success, a wrong check number) joins the writers' queue, where it is judged again: so exactly
  ten wrong numbers are ever judged, however many arrive at once. What remains to be told apart
  by time is one row found and read or not: medians from 295 to 314 microseconds over all ways,
  and only who has the right claim key sees more than the smallest of them.
* **The same goes for a box**: unknown box, wrong token, no token and no hexadecimal are one 401.
* **A check number that has not six digits** is `malformed` and costs no try.
* **The device that claimed may ask again after the invitation has expired**, until it has said that
  it holds the contents. Otherwise an answer lost in the last minute would lose the claim.
* **A share is judged in the writers' queue, right proofs too.** Judged outside it, a thousand
  proofs sent at once would all be looked at before the first ten were counted. What cannot be
  given is one read and one 404, whatever the reason. Ten are ten in a row: a phone that was opened
  entrusts a new share and lets go of the old one. The ids of the last hundred that are gone stay
  in their box, so that a late copy of one does not come back with ten new tries.
* **A share opens nothing without its phone, and of the PIN the mailbox learns nothing**: the proof
  is made with a salt of 128 bits that lies on the phone alone. Who holds the mailbox *and* the
  phone has a million PINs to try (`SECURITY.md`).
* **A revoked invitation leaves its id** (16 random bytes) and nothing else; leaving it again
  answers 409 `revoked`, so that a repeat that comes late does not bring it back. An id that was
  never known can be revoked too, for the same reason.
* **A confirmed envelope is forgotten altogether.** Sent again it is stored again (201); the record
  knows it by its id. Remembering ids here would keep a trace of every message for ever.
* **What waits is counted by triggers** (`store/counts.py`): in the same transaction, also where
  it goes with its box, so the counts cannot drift, and nothing takes longer the more is there.
* **A full mailbox keeps what it has** (`store/bounds.py`): 507 for what comes up, by box, in all,
  and by free disk. Room that deletions left inside the file counts as free, since the file never
  shrinks. What the record sends has half that floor and no other bound: it proved who it is, and
  letters must not wait because a stranger filled the rest. Confirming and deleting has none; a
  share is 100 bytes and has none either, or nobody could open a phone on a full disk.
* **Rates** (`rates.py`) are kept in the memory of one process. With several outside processes each
  has its own, so n of them let through n times as much; bytes and tries are counted in the file,
  and hold for all of them together.
* **Frames.** A tail that is no frame is one result `malformed` without an id; so is everything
  after the thousandth frame, since 1 MiB holds some 240 envelopes.
* **The inside's token** lives 300 seconds at most by its own word, with no leeway after `exp`; its
  clock may be 30 seconds ahead. An audience that is a list is accepted if it names the mailbox.
* **Deleted means gone from the file as far as SQLite can**: `secure_delete` zeroes, and the
  write-ahead log is cut to nothing after every deletion. What a disk keeps of blocks that the
  system has freed is beyond this program: encrypt the disk.
* **The log** has the name of an error and the lines of our code where it happened: no path, no
  id, no address, no message of a library.
* **A restored mailbox is in a new epoch and lets no phone in** (503) until the record has said
  again what is revoked and who claimed what; so used and revoked invitations stay so, and phones
  that came since are known again. Every answer to a phone about its box bears the epoch: on a new
  one a phone sends again at once what has no receipt. The record says in each round its own epoch
  and a number that grows: one that comes with less than we have seen was set back, by whatever
  means, and is told. A mailbox that begins anew, empty, has an epoch that nobody has seen, and is
  told everything in the same way. What only the mailbox knows does not come back: a share entrusted
  since the backup is gone, and its phone does not open (`SECURITY.md`).
* **1 MiB** is set for each request here, whatever the app around it allows.
"""

from youthvoice.mailbox.blueprint import create_mailbox
from youthvoice.mailbox.buckets import Rate
from youthvoice.mailbox.rates import Allowed, Rates
from youthvoice.mailbox.store import Bounds, Store, StoreFailed, open_store

__all__ = [
    "Allowed",
    "Bounds",
    "Rate",
    "Rates",
    "Store",
    "StoreFailed",
    "create_mailbox",
    "open_store",
]
