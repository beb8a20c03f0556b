"""Schemathesis reads our description and asks thousands of things; every one of its checks holds.

It has a phone's token and its claimed box, the inside's proof, invitations that can be claimed and
a share that can be opened, so that it gets past the door: how often it did is looked at too.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import clock
from tests.mailbox.acting import Inside, Invited, Phone, Safe, id_of
from tests.mailbox.conftest import claimed
from tests.mailbox.rules import DESCRIPTION
from tests.mailbox.serving import Served, client
from youthvoice.envelope.keys import KeyPair
from youthvoice.places import ROOT

EXAMPLES = 50
"""For each operation, besides those that it makes from the description alone."""

LONGEST_TOKEN = 300
ENVELOPES, CLAIMS = 24, 8
FEWEST_ASKED, FEWEST_DONE = 1500, 500
"""Of all its requests, and of those that were answered with what was asked for."""

METHODS = {
    operation["operationId"]: method.upper()
    for item in DESCRIPTION["paths"].values()
    for method, operation in item.items()
    if method != "parameters"
}

CONFIG = """
[auth.openapi.box]
bearer = "{token}"

[auth.openapi.inside]
bearer = "{proof}"

[dictionaries]
box = {{ values = ["{box}"] }}
up = {{ values = {up} }}
down = {{ values = {down} }}
share = {{ values = ["{share}"] }}
right_proof = {{ values = ["{share_proof}"] }}
invitation = {{ values = ["{invitation}"] }}

[parameters]
"path.box" = {{ dictionary = "box", probability = 0.8 }}

[[operations]]
include-operation-id = "get_up"
parameters = {{ "path.envelope" = {{ dictionary = "up", probability = 0.7 }} }}

[[operations]]
include-operation-id = "get_down"
parameters = {{ "path.envelope" = {{ dictionary = "down", probability = 0.7 }} }}

[[operations]]
include-operation-id = "contents_held"
parameters = {{ "path.invitation" = {{ dictionary = "invitation", probability = 0.7 }} }}

[[operations]]
include-operation-id = "open_share"

[operations.parameters]
"path.share" = {{ dictionary = "share", probability = 0.8 }}
"body.proof" = {{ dictionary = "right_proof", probability = 0.9 }}
"""


@pytest.fixture
def url(serve: Callable[..., Served]) -> str:
    return serve("unhurried").start()[1]


def test_every_check_holds_and_most_requests_get_past_the_door(
    url: str, proof: KeyPair, tmp_path: Path
) -> None:
    with client(url) as http:
        prepare(Inside(http, proof), tmp_path)
    done = run(url, tmp_path)
    assert done.returncode == 0, done.stdout
    asked, kept = answered(tmp_path / "answered")
    assert sum(asked.values()) >= FEWEST_ASKED
    assert sum(kept.values()) >= FEWEST_DONE, kept
    assert set(kept) | {"openapi"} == set(METHODS), "each was done; that one it read to begin with"


def prepare(inside: Inside, folder: Path) -> None:
    """A claimed box in which envelopes wait both ways, a share, and invitations to be claimed."""
    phone, other = claimed(inside), claimed(inside)
    up = [phone.says(str(number)) for number in range(ENVELOPES)]
    down = [inside.letter(phone, str(number)) for number in range(ENVELOPES)]
    phone.put_many(*up)
    inside.deliver(*((phone.invited.box, letter) for letter in down))
    safe = Safe(other)
    assert safe.entrust().status_code == 201
    now = clock.seconds()
    claims = [left(inside).asks("123456") for _ in range(CLAIMS)]
    known = {"box": phone.invited.box.hex(), "claims": claims}
    known |= {"up": [one.hex() for one in up], "down": [one.hex() for one in down]}
    (folder / "known.json").write_text(json.dumps(known))
    (folder / "schemathesis.toml").write_text(
        CONFIG.format(
            token=phone.token.hex(),
            proof=inside.token(iat=now, exp=now + LONGEST_TOKEN),
            box=phone.invited.box.hex(),
            up=json.dumps([id_of(one) for one in up]),
            down=json.dumps([id_of(one) for one in down]),
            share=safe.id,
            share_proof=safe.proof.hex(),
            invitation=phone.invited.id,
        )
    )


def left(inside: Inside) -> Phone:
    """A phone whose invitation can be claimed."""
    phone = Phone(inside.http, inside, Invited())
    assert inside.leave(phone.invited).status_code == 201
    return phone


def run(url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """All checks, the same examples each time."""
    command = [Path(sys.executable).with_name("st"), "--config-file", folder / "schemathesis.toml"]
    command += ["run", f"{url}/api/openapi.json", "--checks", "all"]
    command += ["--max-examples", str(EXAMPLES), "--generation-deterministic"]
    command += ["--continue-on-failure", "--no-color", "--workers", "1"]
    own = {"SCHEMATHESIS_HOOKS": "tests.mailbox.generated", "PYTHONPATH": str(ROOT)}
    own |= {"KNOWN": str(folder / "known.json"), "ANSWERED": str(folder / "answered")}
    return subprocess.run(
        command, cwd=folder, env=os.environ | own, capture_output=True, text=True, check=False
    )


def answered(file: Path) -> tuple[Counter[str], Counter[str]]:
    """By operation: how often it was asked for in any way, and how often that was done."""
    lines = [line.split() for line in file.read_text().splitlines()]
    done = [name for name, how, status in lines if METHODS[name] == how and status[0] == "2"]
    return Counter(name for name, _, _ in lines), Counter(done)
