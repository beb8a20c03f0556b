"""What a young person reads, page by page and sentence by sentence, and how hard it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from pyphen import Pyphen

VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "wbr"})
INLINE = frozenset({"a", "b", "bdi", "br", "em", "i", "span", "strong"})
APART = ("data-if", "data-case", "data-trouble", "data-save", "aria-hidden")
"""Attributes of what is said by itself, though it stands in one line with something else."""
SYLLABLES = Pyphen(lang="en_GB", left=1, right=1)


@dataclass
class Pages(HTMLParser):
    """The texts of every `data-page` and template, each text whole; `places` has them by name."""

    places: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new place, or a new text, or more of the one that was begun."""
        given = dict(attrs)
        inside = self.open[-1][1] if self.open else "around"
        name = given.get("data-page") or given.get("data-template") or inside
        if tag not in INLINE or any(one in given for one in APART):
            self.places.setdefault(name, []).append("")
        if tag not in VOID:
            self.open.append((tag, name))

    def handle_endtag(self, tag: str) -> None:
        """What follows is another text, unless it goes on in the same line."""
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag not in INLINE and self.open:
            self.places.setdefault(self.open[-1][1], []).append("")

    def handle_data(self, data: str) -> None:
        """Words, where they stand."""
        if self.open and self.open[-1][0] not in ("script", "style"):
            self.places.setdefault(self.open[-1][1], [""])[-1] += data


def pages(document: str) -> dict[str, list[str]]:
    """Every page's sentences; a heading or a label is one too."""
    parser = Pages()
    parser.feed(document)
    return {name: list(_sentences(texts)) for name, texts in parser.places.items()}


def _sentences(texts: list[str]) -> Iterator[str]:
    for text in texts:
        for sentence in re.split(r"(?<=[.!?:])\s+", " ".join(text.split())):
            if words(sentence):
                yield sentence


def words(text: str) -> list[str]:
    """Its words; a number is none."""
    return re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)


def is_whole(sentence: str) -> bool:
    """Whether it is a sentence rather than a heading or a label."""
    return sentence.endswith((".", "!", "?"))


def syllables(word: str) -> int:
    """The more of two counts: where it may be broken misses some, groups of vowels others."""
    broken = len(SYLLABLES.positions(word.lower())) + 1
    heard = re.sub(r"(?<=[^l\W])e$", "", word.lower())
    return max(broken, len(re.findall(r"[aeiouy]+", heard)))


def grade(sentences: list[str]) -> float:
    """Flesch-Kincaid: the school year in the USA; a reading age is five years more."""
    said = [word for sentence in sentences for word in words(sentence)]
    each = sum(map(syllables, said)) / len(said)
    return 0.39 * len(said) / len(sentences) + 11.8 * each - 15.59


def lix(sentences: list[str]) -> float:
    """Words in a sentence, and long words in a hundred: a book for children has up to 30."""
    said = [word for sentence in sentences for word in words(sentence)]
    long = sum(len(word) > 6 for word in said)
    return len(said) / len(sentences) + 100 * long / len(said)
