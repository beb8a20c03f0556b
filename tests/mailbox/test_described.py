"""The description is true: the same paths and methods as the app has, and valid OpenAPI 3.1."""

import re

import httpx
from flask import Flask
from openapi_spec_validator import validate

from tests.mailbox.rules import DESCRIPTION

Operation = tuple[str, str]


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
