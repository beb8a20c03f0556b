"""The shape of a term."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

Translate = Callable[[str], str]


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark words for translation; they are translated where they are shown."""
    return text


class AreaWord(TypedDict):
    """A word of an area, as a phone is told it."""

    term: str
    meaning: str


@dataclass(frozen=True)
class Term:
    """`names` are all that it is called, the one to show first; `meaning` is plain.

    `as_written`: no name is found in other letters than its own.
    """

    names: tuple[str, ...]
    meaning: str
    as_written: bool = False

    def in_words(self, translate: Translate) -> "Term":
        """The term in another language; its names in both."""
        names = (*map(translate, self.names), *self.names)
        return replace(self, names=tuple(dict.fromkeys(names)), meaning=translate(self.meaning))


def with_area(terms: Sequence[Term], words: Iterable[AreaWord]) -> list[Term]:
    """The terms with an area's own: a meaning of theirs takes the place of ours."""
    found = list(terms)
    for word in words:
        name, meaning = word["term"], word["meaning"]
        known = [n for n, one in enumerate(found) if name.lower() in map(str.lower, one.names)]
        if known:
            found[known[0]] = replace(found[known[0]], meaning=meaning)
        else:
            found.append(Term((name,), meaning))
    return found
