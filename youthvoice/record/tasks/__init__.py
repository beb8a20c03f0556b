"""What a young person asks for, until somebody has done it and said so.

* **One press is a task with a name on it** (L-03): the case's worker's, until it is handed to
  somebody else of the case. It stands on the list of cases and on the case's page until it is done.
* **Asked twice is one.** While a task is open the same wish makes no second; once it was answered,
  asking again is a new one.
* **An answer is words to the young person.** A task cannot be done without them; they go to the
  phone with name, role and day.
"""

from youthvoice.record.tasks.ask import keep_ask, odd_ask
from youthvoice.record.tasks.task import (
    DoneBefore,
    NoWords,
    Task,
    finish,
    hand_to,
    open_tasks,
    task_of,
    tasks_of,
)
from youthvoice.record.tasks.told import asked_words

__all__ = [
    "DoneBefore",
    "NoWords",
    "Task",
    "asked_words",
    "finish",
    "hand_to",
    "keep_ask",
    "odd_ask",
    "open_tasks",
    "task_of",
    "tasks_of",
]
