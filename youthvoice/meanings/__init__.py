"""What hard words mean: pure data, and how they are found in a text. No request, no storage.

* **A term is written once**, with its other names and its meaning, marked with `N_`. It is
  translated where it is shown; a text is searched for the names in both languages, since a council
  may write in English to somebody who reads Arabic.
* **A name of a term** stands as whole words, in any letters, with a plain plural. One with a
  capital further in (`CIN`, `Working Together`) is found only with its capitals: "working together"
  is no rule book. So is one that is a name and also a word (`Evolve`).
* **The longest name wins**: in "context conference" there is no "context".
* **An area's words come with what a phone is told of its case**, and win over ours. They are a
  setting of the record, so no phone of another council hears of them.
* **Two languages, one set of vectors**: `finding` here and `static/phone/reading/finding.js` find
  the same in `tests/meanings/found.json`.
"""

from youthvoice.meanings.area import area_words_in, read_area_words
from youthvoice.meanings.finding import found_in
from youthvoice.meanings.glossary import GLOSSARY
from youthvoice.meanings.term import AreaWord, Term, with_area

__all__ = [
    "GLOSSARY",
    "AreaWord",
    "Term",
    "area_words_in",
    "found_in",
    "read_area_words",
    "with_area",
]
