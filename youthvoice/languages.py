"""Languages as pages name them."""

SPOKEN = {"en": "en-GB"}
"""Where a language is written differently in different countries: 4 December, not December 4."""


def spoken(language: str) -> str:
    """The value of `lang` for a page in that language."""
    return SPOKEN.get(language, language)
