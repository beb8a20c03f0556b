"""Which history of the record this is, and what happens when an earlier one is put back.

Decisions
---------
* **An epoch** is a number that grows with every restore and is never met twice: the milliseconds
  of the moment when it begins and 10 random bits, above any that record or mailbox have known.
  Record and mailbox each have one of their own. A record that was never restored is in epoch 0, and
  so is every message that bears none.
* **Serials of an epoch begin at its number** (`epoch.after`). So they stand above all that a phone
  has seen, also on a phone that knows nothing of epochs, and a publication from before a restore
  never takes the place of a newer one that a phone has and the record has lost.
* **Every message bears the epoch.** A phone that meets a higher one sends again, once, the sealed
  copies that it has of the last 14 days, with the same ids, and what it last chose about each
  advocate (`again`). The record knows what it has by id, and keeps the rest as if it came today.
* **A restore is noticed without the command too.** In each round the record tells the mailbox its
  epoch and a number that grows. A mailbox that has seen more says so, and the record begins an
  epoch; a mailbox that knows less than it was told before was itself set back.
* **After a restore the record settles before anything else**: it learns from the mailbox which
  invitations were revoked since, is told every claim anew, and says again what is revoked and who
  claimed what. Until then a restored mailbox lets no phone in.
* **What an advocate may read is suspended** until the young person was heard: until every phone of
  theirs that is in use has said its choices again, or they choose anew. An ended access may be
  among what is lost. Staff see it.
* **Where both halves were set back, nobody knows what was revoked between.** So invitations that
  nobody has claimed are taken back, and phones in use are taken for known by no half: they can
  send, and get receipts, but nothing is told to them before a person says that they are right.
* **An invitation that the record does not know** was made after the backup. What its phone sends
  stays in the mailbox, and on the phone; an alarm says that the person must be invited anew.
* **A restore is an alarm.** What was published, shared, withdrawn, decided or marked inside since
  the backup cannot be known, and must be looked at by a person.
"""
