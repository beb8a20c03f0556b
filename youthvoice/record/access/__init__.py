"""What a young person lets an advocate read, for as long as they want it (#11, RW-14).

* **Given for named parts, by the young person alone.** A part is a section of their form, their
  letter or their plan. At first nothing is given, and staff cannot give it for them.
* **"Only my worker" stays with the worker.** A tick at a part shares the answers in it except those
  that are marked so. A tick is given once for a whole section, and also for what will be said in
  it later; the mark is made at one answer, by whoever wrote it. Where the two differ, the narrower
  and more thought of counts, and the page says so. Whoever wants to share such an answer changes
  who may see it.
* **The phone's own counter decides, not the order of arrival.** Every choice carries one more than
  all that the phone knows of; one that comes late changes nothing. Two phones of one person that
  both chose with no signal may give two choices the same number: then only what both allow counts.
* **It is effective at the next contact.** The advocate's phone is owed the whole of what it may
  have whenever that is not what it was sent last; after the end that is nothing, and the phone
  deletes what it had. Where nothing changed nothing is sent: an advocate who was given one part
  does not learn from messages when something was said in another.
* **Who had something and has nothing any more is not believed at once.** Such an advocate can still
  write, but "they said yes" does not count: the young person is asked.
* **The letter and the plan are those that the young person got**, since those are theirs to share.
  What the chair clears for an advocate by name is another matter, and comes as a publication.
* **Every choice is kept, dated**, and staff see them all.
"""

from youthvoice.record.access.again import keep_again, odd_again
from youthvoice.record.access.choose import keep_access, odd_access
from youthvoice.record.access.given import Choice, choices_of, parts_of
from youthvoice.record.access.told import access_words

__all__ = [
    "Choice",
    "access_words",
    "choices_of",
    "keep_access",
    "keep_again",
    "odd_access",
    "odd_again",
    "parts_of",
]
