"""What a chair is offered while writing: the hard words of a text, and how to say them plainly."""

import re
from html import unescape

from youthvoice.meanings import GLOSSARY, Term, found_in, with_area
from youthvoice.record.cases.area_words import area_words
from youthvoice.record.language import _
from youthvoice.record.store import Store


def hard_words(store: Store, *texts: str) -> list[Term]:
    """Each hard word that stands in them, in their order, with its meaning for the reader."""
    terms = with_area([term.in_words(_) for term in GLOSSARY], area_words(store))
    return found_in("\n".join(_as_read(text) for text in texts), terms)


def _as_read(text: str) -> str:
    """Without the few elements that a letter may have."""
    return unescape(re.sub(r"</?\w+>", " ", text))
