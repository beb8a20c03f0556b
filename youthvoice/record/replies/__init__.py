"""Answers to the plan: what readers think of each action, and the questions that wait for us.

* A reply is a point like any other. It stands with all that was said, and beside its action where
  the plan is written; one about an action that is gone is still told.
* **A question waits until a person has answered it in words** (L-14). How many wait, since when and
  for whom is told to worker and chair alike: that is no word of what was asked.
* Who says that something is good, and adds nothing, asks for nothing, and holds nothing up.
"""

from youthvoice.record.replies.beside import replies_by_subject
from youthvoice.record.replies.waiting import Waiting, questions_waiting

__all__ = ["Waiting", "questions_waiting", "replies_by_subject"]
