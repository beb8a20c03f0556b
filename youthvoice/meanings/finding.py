"""Which terms stand in a text."""

import re
from collections.abc import Sequence

from youthvoice.meanings.term import Term

PLURAL = "(?:['’]s|es|s)?"


def found_in(text: str, terms: Sequence[Term]) -> list[Term]:
    """Each term that stands in the text, once, in the order of the text."""
    known = _names(terms)
    if not known:
        return []
    longest_first = sorted(known, key=len, reverse=True)
    names = "|".join(_pattern(name) for name in longest_first)
    search = re.compile(rf"(?<!\w)({names}){PLURAL}(?!\w)", re.IGNORECASE)
    found = (_term(known, match[1]) for match in search.finditer(text))
    return list(dict.fromkeys(term for term in found if term))


def _names(terms: Sequence[Term]) -> dict[str, tuple[str, Term]]:
    """By each name as it is compared: the capitals that it must have, and the term."""
    known: dict[str, tuple[str, Term]] = {}
    for term in terms:
        for name in term.names:
            strict = term.as_written or any(map(str.isupper, name[1:]))
            known.setdefault(_compared(name), (_plain(name) if strict else "", term))
    return known


def _term(known: dict[str, tuple[str, Term]], written: str) -> Term | None:
    capitals, term = known.get(_compared(written), ("", None))
    pairs = zip(capitals, _plain(written), strict=False)
    return term if all(one.isupper() for name, one in pairs if name.isupper()) else None


def _compared(name: str) -> str:
    return _plain(name).lower()


def _plain(name: str) -> str:
    """With one kind of blank, hyphen and apostrophe."""
    return re.sub(r"[\s\-‐‑–]+", " ", name).replace("’", "'")


def _pattern(name: str) -> str:
    parts = [re.escape(part) for part in name.split(" ")]
    return r"[\s\-‐‑–]+".join(parts).replace("'", "['’]")
