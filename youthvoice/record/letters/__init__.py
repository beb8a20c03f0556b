"""The chair's short letter, in a style that makes sense to the young person (RW-08).

The draft is kept as it was typed; what a reader gets is cleaned, each time it is shown or sent.
"""

from youthvoice.record.letters.letter import Letter, letter_of, save_letter

__all__ = ["Letter", "letter_of", "save_letter"]
