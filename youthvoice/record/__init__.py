"""Inside the council: collect, open, read, meet, plan, write, publish.

The folders are what people do here; each has the same word in `templates/record/` and
`tests/record/`. Pages stand in a folder's `pages.py`; everything else knows no request.

Decisions
---------
* **Keep, then open, then confirm.** The bytes of an envelope are committed before anybody tries to
  open them, and the mailbox is told to forget only after that. A crash between any two of these
  costs a repetition, never a word: the same box, id and bytes are kept once.
* **Only an opened envelope owns its id.** Arrivals are told apart by box, id and SHA-256, so bytes
  that do not open can never take the id of an envelope that is still to come.
* **What is owed, not what is queued.** A cause (a mark, a publication, a claim, a rotation) notes
  in its own transaction that a box is owed the state of something. The message is composed when it
  is sealed, so ten marks in a row are one message and a serial number only grows.
* **Only whose own words changed is owed something** (`views/own.py`): one message more says to
  everybody else that something happened. `tests/record/test_two_worlds.py` holds it.
* **An outcome is told when it is published.** Until then it is a draft of the chair's, beside a
  draft plan; the young person sees it together with the action that it names.
* **Drafts carry a revision.** Two people writing one plan do not overwrite each other unseen.
* **The chair is told numbers, never contents**, of points that are not for the meeting. That holds
  for what readers will see as well: the preview leaves out what the person who looks may not see,
  and says how many that are.
* **Every version that was published is kept**, as the very message that was sealed.
* **Keys are read from their folder at each use.** `youthvoice keys` may rotate them beside a
  running record; the next round trip notices that boxes hold an older set, and owes them the new.
"""
