"""A case: one young person, their meeting, and the people who may read what comes of it.

A reader is a person with a role in a case (the young person, a parent or carer, an advocate). A
reader may come to have several boxes, one for each invitation that they claimed.
"""

from youthvoice.record.cases.case import (
    Case,
    Meeting,
    Number,
    all_cases,
    change_case,
    find_case,
    open_case,
)
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
    "add_reader",
    "all_cases",
    "change_case",
    "find_case",
    "find_reader",
    "open_case",
    "readers_of",
    "young_person_of",
]
