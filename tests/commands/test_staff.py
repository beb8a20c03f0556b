"""`staff`: a council's first people come in by the command line."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.record_pages.page import Page
from youthvoice.commands import main
from youthvoice.inside import create_app
from youthvoice.record.keys import make_keys
from youthvoice.settings import Inside, load


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    make_keys(tmp_path / "keys", "example")
    chosen = {
        "RECORD_DATABASE": str(tmp_path / "record.db"),
        "KEYS": str(tmp_path / "keys"),
        "MAILBOX_URL": "http://127.0.0.1:9",
        "PHONE_URL": "https://phone.example",
        "INSIDE_URL": "https://record.example",
        "COUNCIL": "example",
        "COUNCIL_NAME": "Example Council",
        "SECRET_KEY": "x" * 32,
    }
    return {f"YOUTHVOICE_{name}": value for name, value in chosen.items()}


def staff(environment: dict[str, str], *words: str) -> Result:
    return CliRunner().invoke(main, ["staff", *words], env=environment)


def refused(done: Result) -> str:
    assert done.exit_code != 0
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.stderr


def test_people_are_added_and_listed(environment: dict[str, str]) -> None:
    assert staff(environment, "list").stdout == ""
    assert staff(environment, "add", " Siân  Hughes ", "--role", "chair").exit_code == 0
    assert staff(environment, "add", "Grace Adeyemi", "--role", "worker").exit_code == 0
    lines = staff(environment, "list").stdout.splitlines()
    assert [re.split("  +", line)[1:] for line in lines] == [
        ["worker", "Grace Adeyemi"],
        ["chair", "Siân Hughes"],
    ]


def test_a_link_lets_that_person_in_once(environment: dict[str, str]) -> None:
    staff(environment, "add", "Siân Hughes", "--role", "chair")
    staff(environment, "add", "Grace Adeyemi", "--role", "worker")
    done = staff(environment, "link", "Grace Adeyemi")
    [link] = done.stdout.splitlines()
    assert link.startswith("https://record.example/sign-in/")
    assert "once, within 15 minutes" in done.stderr
    app = create_app(load(Inside, environment))
    client = app.test_client()
    try:
        button = Page(client.get(link, base_url="https://record.example").text)
        pressed = client.post(link, data=button.values(), base_url="https://record.example")
        assert pressed.status_code == 302
        page = client.get("https://record.example/").text
        assert app.test_client().get(link).status_code == 410
    finally:
        app.extensions["house"].close()
    assert "Hello Grace Adeyemi." in page
    assert "Open a new case" in page


def test_an_id_is_as_good_as_a_name(environment: dict[str, str]) -> None:
    staff(environment, "add", "Grace Adeyemi", "--role", "worker")
    own_id = staff(environment, "list").stdout.split()[0]
    assert staff(environment, "link", own_id).exit_code == 0


def test_two_of_one_name_cannot_be_told_apart(environment: dict[str, str]) -> None:
    staff(environment, "add", "Grace Adeyemi", "--role", "worker")
    said = refused(staff(environment, "add", "Grace Adeyemi", "--role", "chair"))
    assert "There is a Grace Adeyemi already." in said


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_a_name_that_cannot_be(environment: dict[str, str], name: str) -> None:
    assert "A name has from 1 to 100" in refused(staff(environment, "add", name, "--role", "chair"))
    assert staff(environment, "list").stdout == ""


def test_nobody_of_that_name(environment: dict[str, str]) -> None:
    assert "`youthvoice staff list` shows who is" in refused(staff(environment, "link", "Nobody"))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("INSIDE_URL", "", "YOUTHVOICE_INSIDE_URL is not set"),
        ("INSIDE_URL", "http://record.example", "YOUTHVOICE_INSIDE_URL"),
        ("KEYS", "/nowhere", "`youthvoice keys` makes"),
        ("RECORD_DATABASE", "/proc/record.db", "YOUTHVOICE_RECORD_DATABASE"),
    ],
)
def test_a_setting_that_cannot_be_gets_a_sentence(
    environment: dict[str, str], name: str, value: str, said: str
) -> None:
    changed = environment | {f"YOUTHVOICE_{name}": value}
    assert said in refused(staff(changed, "list"))
