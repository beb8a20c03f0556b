"""What was said, point by point, and what staff do with each.

* A point is one answer of one envelope, exactly as it was sent, for ever. What does not fit the
  form is kept and shown as written, with what is odd about it; what was sent by somebody whom the
  form does not ask is kept with its envelope and never stands among the points.
* A parent's points are points like the young person's, from their own form, under their own name.
  Each reader is told of their own alone; staff see all, each with whose it is, and answer all
  before they publish.
* A point's state is the list of its events; the last outcome counts.
* What an advocate wrote for the young person stands in the case with the advocate's name, and
  counts as the young person's once they have said yes to it; a no is final (`approve.py`). Until
  then it asks for no outcome, and is nothing that takes the place of what counts.
* What was changed or taken back stays as it was, dated. It asks for no outcome, and is seen by
  those alone who may see both it and what took its place (`changes.py`).
"""

from youthvoice.record.views.arrived import Arrived, arrived
from youthvoice.record.views.hidden import Hidden, hidden_from
from youthvoice.record.views.marking import BadOutcome, give_outcome, mark_read, mark_talked
from youthvoice.record.views.point import Change, Event, Point
from youthvoice.record.views.points import points_for

__all__ = [
    "Arrived",
    "BadOutcome",
    "Change",
    "Event",
    "Hidden",
    "Point",
    "arrived",
    "give_outcome",
    "hidden_from",
    "mark_read",
    "mark_talked",
    "points_for",
]
