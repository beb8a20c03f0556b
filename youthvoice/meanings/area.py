"""An area's own words, from a file: `term = "meaning"`, a line each, in TOML."""

import tomllib
from pathlib import Path

from youthvoice.meanings.term import AreaWord

MOST_CHARACTERS = 500
"""Of one meaning: it is read in a small panel on a phone."""
MOST_TERM = 60
MOST_IN_ALL = 16_000
"""They travel with every invitation, and with what a phone is told of a case."""


def area_words_in(file: str) -> tuple[AreaWord, ...]:
    """The words of that file. ValueError with what is wrong."""
    try:
        return read_area_words(Path(file).read_text("utf-8"))
    except OSError as wrong:
        raise ValueError(f"it cannot be read: {wrong.strerror}") from None
    except UnicodeDecodeError:
        raise ValueError("it is not text in UTF-8") from None


def read_area_words(text: str) -> tuple[AreaWord, ...]:
    """The words in the file's order. ValueError with what is wrong, and where."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise ValueError(f"it is not TOML: {wrong}") from None
    if len(text) > MOST_IN_ALL:
        raise ValueError(f"it has {len(text)} characters, and {MOST_IN_ALL} are the most")
    words = tuple(_word(" ".join(term.split()), meaning) for term, meaning in found.items())
    terms = [word["term"].lower() for word in words]
    for term in terms:
        if terms.count(term) > 1:
            raise ValueError(f"{term} stands there twice")
    return words


def _word(term: str, meaning: object) -> AreaWord:
    if not isinstance(meaning, str) or not meaning.strip():
        raise ValueError(f'{term} has no meaning; write it as {term} = "what it means"')
    if not any(letter.isalnum() for letter in term) or len(term) > MOST_TERM:
        raise ValueError(f"{term!r} is no word: from 1 to {MOST_TERM} characters")
    if len(meaning) > MOST_CHARACTERS:
        raise ValueError(f"the meaning of {term} has more than {MOST_CHARACTERS} characters")
    return {"term": term, "meaning": " ".join(meaning.split())}
