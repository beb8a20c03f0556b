"""A case: one young person, their meeting, and the people who may read what comes of it.

A reader is a person with a role in a case (the young person, a parent or carer, an advocate). A
reader may come to have several boxes, one for each invitation that they claimed.

* **A change reaches the phones.** What an invitation brought about the meeting is replaced by the
  message `about`, which is owed to every box of a reader when something is news to them, and to a
  box whose invitation is older than that. Its serial is each reader's own: nobody else can tell
  that an advocate was added.
* **Who opens a case is its worker.** The chair is picked from the staff.
"""

from youthvoice.record.cases.about import about, about_serial, about_words
from youthvoice.record.cases.case import (
    Case,
    Meeting,
    Number,
    all_cases,
    find_case,
    open_case,
)
from youthvoice.record.cases.changing import change_case
from youthvoice.record.cases.readers import (
    Reader,
    add_reader,
    find_reader,
    readers_of,
    young_person_of,
)

__all__ = [
    "Case",
    "Meeting",
    "Number",
    "Reader",
    "about",
    "about_serial",
    "about_words",
    "add_reader",
    "all_cases",
    "change_case",
    "find_case",
    "find_reader",
    "open_case",
    "readers_of",
    "young_person_of",
]
