"""A missing or malformed setting names itself and says what to do."""

from dataclasses import fields
from pathlib import Path

import pytest

from youthvoice.settings import Inside, Outside, SettingError, load

WHOLE = {
    "YOUTHVOICE_MAILBOX_DATABASE": "mailbox.db",
    "YOUTHVOICE_INSIDE_PUBLIC_KEY": "door.public.pem",
    "YOUTHVOICE_PHONE_URL": "https://phone.example",
}


def test_defaults_hold_where_nothing_is_said() -> None:
    found = load(Outside, WHOLE)
    assert (found.outside_host, found.outside_port, found.languages) == ("127.0.0.1", 8600, ("en",))


@pytest.mark.parametrize("name", WHOLE)
def test_a_missing_setting_names_itself(name: str) -> None:
    rest = {key: value for key, value in WHOLE.items() if key != name}
    with pytest.raises(SettingError, match=f"{name} is not set"):
        load(Outside, rest)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OUTSIDE_PORT", "eight"),
        ("OUTSIDE_PORT", "70000"),
        ("OUTSIDE_THREADS", "many"),
        ("MAILBOX_BOX_MIB", "0"),
        ("STRANGER_PER_SECOND", "0"),
        ("STRANGER_PER_SECOND", "nan"),
    ],
)
def test_a_malformed_setting_names_itself_and_what_it_was(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=f"YOUTHVOICE_{name} is '{value}'"):
        load(Outside, WHOLE | {f"YOUTHVOICE_{name}": value})


@pytest.mark.parametrize(
    "url", ["http://council.example", "http://127.0.0.1.council.example", "https://", "mailbox"]
)
def test_the_mailbox_is_reached_over_tls_unless_it_is_on_this_machine(url: str) -> None:
    with pytest.raises(SettingError, match="MAILBOX_URL"):
        load(Inside, _inside() | {"YOUTHVOICE_MAILBOX_URL": url})
    near = load(Inside, _inside() | {"YOUTHVOICE_MAILBOX_URL": "http://[::1]:8600/"})
    assert near.mailbox_url == "http://[::1]:8600"


def test_a_file_gives_settings_and_a_variable_wins(tmp_path: Path) -> None:
    file = tmp_path / "outside.toml"
    file.write_text('mailbox_database = "a.db"\noutside_port = 9000\nlanguages = ["en", "ar"]\n')
    environ = {
        "YOUTHVOICE_SETTINGS": str(file),
        "YOUTHVOICE_INSIDE_PUBLIC_KEY": "k.pem",
        "YOUTHVOICE_PHONE_URL": "https://phone.example",
        "YOUTHVOICE_OUTSIDE_PORT": "9001",
    }
    found = load(Outside, environ)
    assert (found.mailbox_database, found.outside_port) == (Path("a.db"), 9001)
    assert found.languages == ("en", "ar")


@pytest.mark.parametrize("text", [None, "not = [toml"])
def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "outside.toml"
    if text:
        file.write_text(text)
    with pytest.raises(SettingError, match=r"YOUTHVOICE_SETTINGS names .*outside\.toml"):
        load(Outside, {"YOUTHVOICE_SETTINGS": str(file)})


@pytest.mark.parametrize("half", [Outside, Inside])
def test_every_setting_says_why_and_nothing_secret_has_a_default(half: type) -> None:
    for one in fields(half):
        assert one.metadata["why"].endswith(".")
        if "secret" in one.name or "key" in one.name:
            with pytest.raises(AttributeError):
                getattr(half, one.name)


def _inside() -> dict[str, str]:
    needed = (
        "RECORD_DATABASE",
        "KEYS",
        "PHONE_URL",
        "INSIDE_URL",
        "COUNCIL",
        "COUNCIL_NAME",
        "SECRET_KEY",
    )
    return {
        f"YOUTHVOICE_{name}": "https://host.example" if name.endswith("URL") else "x" * 32
        for name in needed
    }
