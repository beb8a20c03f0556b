"""A letter as it is being written."""

from dataclasses import dataclass, replace

from youthvoice.record.drafts import read_draft, save_draft
from youthvoice.record.letters.clean import clean
from youthvoice.record.staff.access import case_for
from youthvoice.record.staff.people import Staff
from youthvoice.record.store import Store


@dataclass(frozen=True)
class Letter:
    """`text` is plain text, or HTML of the few elements that a letter may have."""

    text: str = ""
    revision: int = 0

    @property
    def html(self) -> str:
        """As the reader gets it; empty when there is nothing to read."""
        return clean(self.text)


def letter_of(store: Store, case_id: str) -> Letter:
    """The letter as last saved."""
    words, revision = read_draft(store, case_id, "letter")
    return Letter(words.get("text", ""), revision)


def save_letter(store: Store, by: Staff, case_id: str, letter: Letter) -> Letter:
    """Save over the revision that was read. Raises `NotYours` and `StaleDraft`."""
    case_for(store, by, case_id)
    words = {"text": letter.text}
    revision = save_draft(store, case_id, "letter", words, revision=letter.revision)
    return replace(letter, revision=revision)
