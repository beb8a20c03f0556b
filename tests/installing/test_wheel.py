"""Installed from a wheel, with no Node and no sources at hand, `youthvoice try` does it all."""

import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.installing import wheel
from tests.journeys.conftest import free_port
from tests.mailbox.acting import Invited, Phone
from youthvoice.envelope.invitation import derive, open_contents
from youthvoice.places import ROOT

PATIENCE = 60


@pytest.fixture(scope="module")
def tried(commands: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What `try --json` prints on a machine without Node, in a folder far from the sources."""
    folder = tmp_path_factory.mktemp("elsewhere")
    command = [commands / "youthvoice", "try", "--json"]
    command += ["--port", str(free_port()), "--inside-port", str(free_port())]
    running = subprocess.Popen(
        command, cwd=folder, env=wheel.elsewhere(commands), stdout=subprocess.PIPE, text=True
    )
    assert running.stdout
    try:
        yield json.loads(running.stdout.readline())
    finally:
        running.terminate()
        assert running.wait(PATIENCE) == 0
        running.stdout.close()


def test_no_node_and_no_sources_are_at_hand(commands: Path, tmp_path: Path) -> None:
    environment = wheel.elsewhere(commands)
    assert shutil.which("node", path=environment["PATH"]) is None
    where = [commands / "python", "-c", "import youthvoice.places as p; print(p.HOME)"]
    told = subprocess.check_output(where, cwd=tmp_path, env=environment, text=True).strip()
    assert Path(told).is_relative_to(commands.parent)
    assert not Path(told).is_relative_to(ROOT)


def test_every_page_and_file_of_the_phone_is_served(tried: dict[str, Any]) -> None:
    with httpx.Client(base_url=tried["outside"]) as http:
        worker = http.get("/sw.js").text
        lists = json.loads(worker[worker.index("{") : worker.index(";\n")])
        paths = [path for name, some in lists.items() if name != "version" for path in some]
        assert {"/", "/en/inside/", "/en/words/", "/en/tables/"} < set(paths)
        assert sum(path.startswith("/static/build/") for path in paths) >= 10
        for path in paths:
            answer = http.get(path)
            assert answer.status_code == 200 and answer.content, path
        assert http.get("/api/openapi.json").json()["openapi"] == "3.1.0"


def test_staff_sign_in_to_pages_with_styles_and_scripts(tried: dict[str, Any]) -> None:
    with httpx.Client(base_url=tried["inside"], follow_redirects=True) as http:
        link = tried["staff"][0]["link"]
        token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', http.get(link).text)
        assert token
        page = http.post(link, data={"csrf_token": token[1]})
        assert page.status_code == 200
        assert f"Hello {tried['staff'][0]['name']}." in page.text
        files = re.findall(r'"(/static/build/[^"]+)"', page.text)
        assert {path.rsplit(".")[-1] for path in files} == {"css", "js"}
        for path in files:
            assert http.get(path).status_code == 200, path
        assert "Amina (sample)" in page.text


def test_an_invitation_is_claimed_and_the_box_opens(tried: dict[str, Any]) -> None:
    [invitation] = [one for one in tried["invitations"] if one["who"].startswith("Kai")]
    secret = derive(invitation["words"])
    with httpx.Client(base_url=tried["outside"]) as http:
        phone = Phone(http, None, Invited(secret))  # type: ignore[arg-type]
        answer = phone.claim(invitation["check_number"])
        assert answer.status_code == 200
        contents = open_contents(answer.content, secret)
        phone.invited = Invited(secret, bytes.fromhex(str(contents["box"])))
        assert phone.hold_contents().status_code == 204
        assert phone.send("GET", f"{phone.box}/down").status_code == 200


def test_the_wheel_has_every_page_and_every_built_file(distributions: tuple[Path, Path]) -> None:
    names = set(zipfile.ZipFile(distributions[1]).namelist())
    for folder in ("templates", "static/build", "youthvoice"):
        for file in _files(ROOT / folder):
            name = file.relative_to(ROOT).as_posix()
            assert name.removeprefix("youthvoice/") in {
                one.removeprefix("youthvoice/") for one in names
            }, name


def test_the_wheel_has_nothing_else(distributions: tuple[Path, Path]) -> None:
    names = zipfile.ZipFile(distributions[1]).namelist()
    assert {name.split("/")[0] for name in names} == {"youthvoice", "youthvoice-0.1.0.dist-info"}


def test_the_sdist_has_what_a_checkout_has(distributions: tuple[Path, Path]) -> None:
    with tarfile.open(distributions[0]) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}
    for folder in ("youthvoice", "static", "templates", "translations", "tests", "docs", "machine"):
        for file in _files(ROOT / folder):
            assert file.relative_to(ROOT).as_posix() in names, file
    for name in ("Makefile", "README.md", "LICENSE", "requirements.lock", "package-lock.json"):
        assert name in names


@pytest.fixture
def sources(distributions: tuple[Path, Path], tmp_path: Path) -> Path:
    """The sources on their own, as somebody unpacks them."""
    with tarfile.open(distributions[0]) as archive:
        archive.extractall(tmp_path / "sources", filter="data")
    [found] = (tmp_path / "sources").iterdir()
    return found


@pytest.mark.parametrize("missing", ["manifest.json", "icons.json", "staff-*.css", "*"])
def test_half_a_wheel_is_not_made(sources: Path, tmp_path: Path, missing: str) -> None:
    for file in (sources / "static" / "build").glob(missing):
        file.unlink()
    done = wheel.build(sources, tmp_path / "out")
    assert done.returncode != 0
    assert re.search(r"static/build/\S+ is missing.* Run `make build` first", done.stderr)
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "out").glob("*.whl"))


def test_the_sdist_takes_nothing_that_lies_about(sources: Path, tmp_path: Path) -> None:
    for name in ("trial/secret", "trial/keys/escrow.pem", "notes.db"):
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        (sources / name).write_text("nobody else's")
    assert wheel.build(sources, tmp_path / "out").returncode == 0
    [made] = (tmp_path / "out").glob("*.tar.gz")
    with tarfile.open(made) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}
    assert not [name for name in names if name.startswith(("trial", "notes"))]


def test_sources_that_are_not_built_say_so(sources: Path, tmp_path: Path) -> None:
    shutil.rmtree(sources / "static" / "build")
    command = [sys.executable, "-m", "youthvoice", "try", "--data", tmp_path / "data"]
    command += ["--port", str(free_port()), "--inside-port", str(free_port())]
    done = subprocess.run(command, cwd=sources, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Run `make build` first." in done.stderr
    assert "Traceback" not in done.stderr


def test_catalogues_come_compiled_or_not_at_all(sources: Path, tmp_path: Path) -> None:
    words = sources / "translations" / "cy" / "LC_MESSAGES" / "messages.po"
    words.parent.mkdir(parents=True)
    shutil.copy(sources / "translations" / "messages.pot", words)
    refused = wheel.build(sources, tmp_path / "out")
    assert "translations/cy/LC_MESSAGES/messages.mo is missing" in refused.stderr
    words.with_suffix(".mo").write_bytes(b"compiled")
    assert wheel.build(sources, tmp_path / "out").returncode == 0
    [made] = (tmp_path / "out").glob("*.whl")
    name = "youthvoice/translations/cy/LC_MESSAGES/messages.mo"
    assert zipfile.ZipFile(made).read(name) == b"compiled"


def _files(folder: Path) -> Iterator[Path]:
    found = (file for file in folder.rglob("*") if file.is_file())
    return (file for file in found if "__pycache__" not in file.parts)
