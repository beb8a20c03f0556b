"""What we ask: pure data, and all that follows from it. No request, no storage, no keys.

A question is written once, in a form's package such as `views` or `family`. From it come the
WTForms fields (the phone's page and the check of every opened answer alike), the read-back, the
strings to translate, the place where the record keeps it, and the journey that answers everything.

* New question: one place (the form module). New kind: three (a row in `kinds`, a partial in
  `templates/kinds/`, and nothing else unless it needs a control that no partial has).
* Whose role a form names fills it in; an invitation says which. Ids are unique over all forms, and
  a section may stand in several: `after` is the same for young people and parents.
* `after` is offered once something was published, or the meeting's day is past by the phone's own
  clock: a publication alone would never come to a parent who is given nothing to read.
  The clock decides nothing else: no answer is kept, sent or refused by it.
* A parent is not offered the young person's advocate as a reader of an answer (`offered_to`).
* Ids are for ever. A question or a choice is retired, never removed, and keeps being told.
* An answer is `{"question": id, "audience": id, "value": {part: …}}`. An answer that does not fit
  is kept and shown as it was written, with what is odd about it; it is never dropped.
* A question about a particular thing has the id `question@subject`; the answer says beside it what
  that thing was (`about`), in the words that its author read.
* What is attached to an answer (a voice note, a picture) is a part without a field: the value names
  it by its hash, and an answer with nothing else is an answer.
* An icon may stand beside a choice or a section. It says nothing that the words do not.
* Words are marked with `N_` and translated where they are shown, so this folder needs no request.
"""
