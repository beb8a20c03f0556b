"""What goes out to a reader: built from what is cleared for them, never by cutting down the whole.

* The young person gets letter, plan and what happened to every point.
* Anybody else gets of the letter, of what stands around the actions, and of the actions each one
  that a person has cleared for them by name; and what happened to their own points, never a word,
  a number or a day that comes from somebody else's. What the young person shares with an advocate
  is theirs to give and goes another way (`record/access/`).
* They get a publication when their own content differs from what they have, and else none: what
  was published for others meanwhile shows neither in a serial nor in a version nor in a day.
* Nothing is published while a point has no answer, the letter is empty or an action has no plain
  words. The chair learns how many points wait for the worker, not which.
* **What goes out is what was looked at.** The look, the tick and the button stand on one page,
  which carries a keyed hash of the whole message of each reader (`record/looked.py`). It is made
  once more in the transaction that publishes: where a letter differs, nothing goes, and the new
  look stands there. It covers what the chair may not see, too: that something of it changed is
  said, never what.
* **A letter may go before its plan** (RW-08): a plan without actions is not sent and holds nothing
  up. The page says plainly that no plan goes out, and that one which is out would be taken away.
"""

from youthvoice.record.release.bundle import bundle
from youthvoice.record.release.clearing import UnknownItem, clear, clear_only, cleared_for
from youthvoice.record.release.gate import Missing, NotReady, missing
from youthvoice.record.release.going import going, looked_at
from youthvoice.record.release.preview import Preview, preview
from youthvoice.record.release.publish import Published, publish, published

__all__ = [
    "Missing",
    "NotReady",
    "Preview",
    "Published",
    "UnknownItem",
    "bundle",
    "clear",
    "clear_only",
    "cleared_for",
    "going",
    "looked_at",
    "missing",
    "preview",
    "publish",
    "published",
]
