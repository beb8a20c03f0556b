"""Telephone numbers as people write them: understood, kept in one form, shown and dialled.

Kept are `+442079460101` (E.164) and, of what is too short for that, its digits (`999`, `85258`).
What was kept before as it was typed is understood in the same way when it is read. What may ring
and how it is written is the library's to know (`phonenumbers`, Google's libphonenumber).
"""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType
from phonenumbers.shortnumberinfo import is_valid_short_number_for_region as rings_here

HOME = "GB"
"""The country whose numbers are written without its code."""
TYPED = re.compile(r"\+?[\d\s()./\-\u2010-\u2015]{2,40}")
"""What a number is typed with; an extension or letters on keys cannot be dialled from a link."""
BY_TEXT = re.compile(r"[6-8]\d{4}")
"""Five digits that take texts and no calls in the United Kingdom, such as Shout's 85258."""
REACHED_FROM_HERE = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.PREMIUM_RATE,
}
"""Kinds that ring from inside the country alone: dialled as they are written there."""
MOBILE = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}


def understood(text: str) -> str | None:
    """The number in the form that is kept; None for what cannot ring and takes no texts."""
    if not TYPED.fullmatch(text.strip()):
        return None
    found = _parsed(text)
    if found is None:
        return None
    if phonenumbers.is_valid_number(found):
        return phonenumbers.format_number(found, PhoneNumberFormat.E164)
    return _short(found) if rings_here(found, HOME) else None


def shown(number: str) -> str:
    """As people write it where they live: `020 7946 0101`, and with its code one from abroad."""
    found = _understood(number)
    if found is None:
        return number
    if not phonenumbers.is_valid_number(found):
        return _short(found)
    is_home = phonenumbers.region_code_for_number(found) == HOME
    form = PhoneNumberFormat.NATIONAL if is_home else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(found, form)


def call(number: str) -> str:
    """What a phone dials; empty for what only takes texts and for what was never understood."""
    found = _understood(number)
    if found is None:
        return ""
    if not phonenumbers.is_valid_number(found):
        return "" if BY_TEXT.fullmatch(_short(found)) else _short(found)
    form = PhoneNumberFormat.E164
    if found.country_code == _HOME_CODE and _kind(found) in REACHED_FROM_HERE:
        form = PhoneNumberFormat.NATIONAL
    return re.sub(r"[^\d+]", "", phonenumbers.format_number(found, form))


def text_to(number: str) -> str:
    """What a text is sent to; empty for what takes none."""
    found = _understood(number)
    if found is None:
        return ""
    if not phonenumbers.is_valid_number(found):
        return _short(found) if BY_TEXT.fullmatch(_short(found)) else ""
    is_mobile = _kind(found) in MOBILE
    return phonenumbers.format_number(found, PhoneNumberFormat.E164) if is_mobile else ""


_HOME_CODE = phonenumbers.country_code_for_region(HOME)


def _understood(number: str) -> PhoneNumber | None:
    kept = understood(number)
    return _parsed(kept) if kept else None


def _parsed(text: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(text, HOME)
    except NumberParseException:
        return None


def _short(found: PhoneNumber) -> str:
    return phonenumbers.national_significant_number(found)


def _kind(found: PhoneNumber) -> int:
    kind: int = phonenumbers.number_type(found)
    return kind
