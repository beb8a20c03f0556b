"""Documents before the meeting: reports, shared with chosen readers (L-06, L-07, N-08, RW-14).

Decisions
---------
* **A report is kept once and never changed.** What was shared, with whom, by whom, when it was
  withdrawn and when it was talked through are events that only grow; how things stand is read
  from them. A mistake in a report is put right by another report.
* **Nobody is chosen beforehand, and nothing goes unseen.** A report is shared from the very page
  that its reader will have, by the phone's own code. That page carries a keyed hash of all that
  the reader gets; where it is another when it is shared, nothing goes, and the new page stands
  there (`giving.py`, `record/looked.py`).
* **What a reader is sent is built from the events that name them.** A phone never hears of reports
  for others, nor that somebody else read, was told, or lost one: another reader's events owe it
  nothing.
* **The list and each report are messages of their own**, so that one long report cannot keep out
  another. A report's message says as of which list it holds: one that comes late, after it was
  withdrawn, is not kept.
* **Text first.** A phone shows it large and reads it aloud. The PDF goes along when it may and both
  fit into one envelope; otherwise the text goes alone, and staff are told before they share.
* **Files from elsewhere are read beside us** (`beside.py`, `youthvoice/pdf`), as a person sees
  their pages, with little memory and little time, and what comes out of them is text and is only
  ever shown as text. No scan is guessed at: a file without text is refused with what to do instead.
* **A page whose text may not be what it shows is looked at by a person**, beside its picture,
  before anybody can have the report. Who did is kept. What is wrong there is not mended by hand:
  the report is added again with its text pasted, so that one text never has two origins.
* **The file that came never goes to a phone**: where its pages hold nothing unseen, a copy of its
  pages goes (`youthvoice/pdf`); where text was pasted beside it, the text alone.
* **A file of text is text to read**: the source of something else (RTF, HTML, mail) is refused.
* **Late is worked out when it is looked at**, from the day of sharing and the meeting's day as it
  stands: a meeting that moves changes it (promise 15).
"""

from youthvoice.record.reports.giving import share
from youthvoice.record.reports.report import NewReport, Report, find_report, keep_report, reports_of
from youthvoice.record.reports.sharing import Shared, shared_in, talk_through, withdraw
from youthvoice.record.reports.standing import Standing, standing_of
from youthvoice.record.reports.told import owe_all_reports, report_words, reports_words

__all__ = [
    "NewReport",
    "Report",
    "Shared",
    "Standing",
    "find_report",
    "keep_report",
    "owe_all_reports",
    "report_words",
    "reports_of",
    "reports_words",
    "share",
    "shared_in",
    "standing_of",
    "talk_through",
    "withdraw",
]
