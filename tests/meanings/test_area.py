"""An area's own words: a file of them, read at the start, with a sentence for what is wrong."""

from pathlib import Path

import pytest

from youthvoice.meanings import area_words_in, read_area_words
from youthvoice.settings import Inside, SettingError, load

GOOD = '''
"core group" = "Four people, every month."
"the  hub" = """A place
in Mill Road."""
'''


def test_a_file_gives_its_words_in_their_order() -> None:
    assert read_area_words(GOOD) == (
        {"term": "core group", "meaning": "Four people, every month."},
        {"term": "the hub", "meaning": "A place in Mill Road."},
    )
    assert read_area_words("# nothing yet") == ()


WRONG = {
    "no TOML": ("core group = Four people", "it is not TOML"),
    "no meaning": ('hub = " "', "hub has no meaning"),
    "a table": ('[hub]\nmeaning = "a place"', "hub has no meaning"),
    "a number": ("hub = 7", "hub has no meaning"),
    "no word": ('"..." = "a place"', "'...' is no word"),
    "a long word": (f'{"h" * 61} = "a place"', "is no word"),
    "a long meaning": (f'hub = "{"a" * 501}"', "more than 500 characters"),
    "twice": ('hub = "a place"\nHub = "a place"', "hub stands there twice"),
    "too much": ("\n".join(f'hub{n} = "{"a" * 400}"' for n in range(50)), "are the most"),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_area_words(text)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="No such file"):
        area_words_in(str(tmp_path / "none.toml"))
    (tmp_path / "latin.toml").write_bytes(b'caf\xe9 = "a place"')
    with pytest.raises(ValueError, match="not text in UTF-8"):
        area_words_in(str(tmp_path / "latin.toml"))


NEEDED = {
    "RECORD_DATABASE": "record.db",
    "KEYS": "keys",
    "MAILBOX_URL": "https://notes.example",
    "PHONE_URL": "https://notes.example",
    "INSIDE_URL": "https://record.example",
    "COUNCIL": "example",
    "COUNCIL_NAME": "Example Council",
    "SECRET_KEY": "x" * 32,
}


def test_the_setting_names_the_file_and_a_wrong_one_stops_the_start(tmp_path: Path) -> None:
    environment = {f"YOUTHVOICE_{name}": value for name, value in NEEDED.items()}
    assert load(Inside, environment).area_words == ()
    file = tmp_path / "words.toml"
    environment["YOUTHVOICE_AREA_WORDS"] = str(file)
    file.write_text('hub = "A place in Mill Road."', "utf-8")
    [word] = load(Inside, environment).area_words
    assert word == {"term": "hub", "meaning": "A place in Mill Road."}
    file.write_text("hub = 7", "utf-8")
    with pytest.raises(SettingError, match=r"YOUTHVOICE_AREA_WORDS is '.*words.toml'.*no meaning"):
        load(Inside, environment)
