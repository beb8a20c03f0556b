"""The description is true: the same paths and methods as the app has, and valid OpenAPI 3.1."""

import json
import re

import httpx
import pytest
from flask import Flask
from openapi_spec_validator import validate

from tests.mailbox.acting import Inside, Invited, Phone, Safe
from tests.mailbox.rules import DESCRIPTION

Operation = tuple[str, str]
NEWER = {"from a newer version": {"nobody": ["knows", 1]}}


def described() -> set[Operation]:
    return {
        (method.upper(), path)
        for path, item in DESCRIPTION["paths"].items()
        for method in item
        if method != "parameters"
    }


def routed(app: Flask) -> set[Operation]:
    return {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/") or rule.rule == "/healthz"
    }


def test_the_description_is_valid() -> None:
    assert DESCRIPTION["openapi"].startswith("3.1.")
    validate(DESCRIPTION)


def test_the_description_and_the_app_agree(app: Flask) -> None:
    assert routed(app) - described() == set(), "in the app, not described"
    assert described() - routed(app) == set(), "described, not in the app"
    assert len(described()) == 25


def test_the_description_is_served(http: httpx.Client) -> None:
    answer = http.get("/api/openapi.json")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == DESCRIPTION


@pytest.mark.parametrize("path", [one for one in DESCRIPTION["paths"] if one != "/healthz"])
def test_a_path_allows_what_is_described_and_nothing_else(inside: Inside, path: str) -> None:
    methods = {method for method, one in described() if one == path}
    allowed = methods | {"OPTIONS"} | ({"HEAD"} if "GET" in methods else set())
    address = re.sub(r"\{\w+\}", "0" * 32, path)
    bearer = {"Authorization": f"Bearer {inside.token()}"}
    options = inside.http.options(address, headers=bearer).headers["Allow"]
    refused = inside.http.patch(address, headers=bearer)
    assert refused.status_code == 405
    for told in (options, refused.headers["Allow"]):
        assert set(told.split(", ")) == allowed


def test_fields_that_nobody_knows_are_passed_over(inside: Inside) -> None:
    """A newer phone or record can speak to an older mailbox; the description allows it too."""
    phone = Phone(inside.http, inside, Invited())
    left = phone.invited.left() | NEWER
    assert inside.send("PUT", f"/invitations/{phone.invited.id}", json=left).status_code == 201
    asks = phone.asks("123456") | NEWER
    asks["device"] |= NEWER
    assert inside.http.post("/api/claims", json=asks).status_code == 200
    confirmed = {"invitations": [phone.invited.id]} | NEWER
    assert inside.send("POST", "/claims/confirm", json=confirmed).status_code == 204
    safe = Safe(phone)
    assert phone.send("PUT", safe.path, json=safe.body() | NEWER).status_code == 201
    opens = {"proof": safe.proof.hex()} | NEWER
    assert inside.http.post(f"/api/shares/{safe.id}/open", json=opens).status_code == 200
    held = {"ids": []} | NEWER
    assert phone.send("POST", f"{phone.box}/down/held", json=held).status_code == 204
    named = {"box": "0" * 32, "id": "0" * 32, "sha256": "0" * 64} | NEWER
    kept = {"envelopes": [named]} | NEWER
    assert inside.send("POST", "/up/confirm", json=kept).json() == {"deleted": 0}


def test_no_object_that_is_sent_forbids_other_fields() -> None:
    assert "additionalProperties" not in json.dumps(DESCRIPTION)


def test_a_whole_number_is_one_however_it_is_written(inside: Inside) -> None:
    """5.0 is an integer in JSON Schema, and some languages write it so."""
    for expires, status in ((4e9, 201), (4e9 + 0.5, 400), (-1.0, 400), (1e300, 400)):
        invited = Invited()
        left = invited.left() | {"expires": expires}
        answer = inside.send("PUT", f"/invitations/{invited.id}", json=left)
        assert answer.status_code == status, expires


def test_each_operation_has_a_name_of_its_own(app: Flask) -> None:
    names = [
        operation["operationId"]
        for item in DESCRIPTION["paths"].values()
        for method, operation in item.items()
        if method != "parameters"
    ]
    endpoints = {
        re.sub(r"^mailbox\.", "", rule.endpoint).replace(".", "_")
        for rule in app.url_map.iter_rules()
    }
    assert len(set(names)) == len(names)
    assert {name for name in names if not name.startswith("inside_")} <= endpoints
