"""What holds for every answer of the mailbox, whichever test asked: checked as it arrives."""

import json
import re
from importlib.resources import files
from typing import Any

import httpx
from jsonschema import Draft202012Validator

DESCRIPTION: dict[str, Any] = json.loads(
    (files("youthvoice.mailbox") / "openapi.json").read_text("utf-8")
)


def hold(answer: httpx.Response) -> None:
    """No cookie, nothing kept, and exactly what the description says."""
    answer.read()
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    if answer.status_code >= 400 and answer.request.method != "HEAD":
        assert answer.headers["Content-Type"] == "application/json"
        assert re.fullmatch("[a-z_]+", answer.json()["error"])
    operation = described(answer.request)
    if operation is not None:
        _as_described(answer, operation)


def described(request: httpx.Request) -> dict[str, Any] | None:
    """The operation that answers a request, by the description."""
    for path, item in DESCRIPTION["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), request.url.path):
            found: dict[str, Any] | None = item.get(request.method.lower())
            if found is not None:
                return found
    return None


def _as_described(answer: httpx.Response, operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    status = str(answer.status_code)
    assert status in responses or answer.status_code >= 500, f"{status} is not described"
    response = _resolved(responses.get(status, responses["default"]))
    content = response.get("content", {})
    assert (answer.headers.get("Content-Type") in content) is bool(content)
    schema = content.get("application/json", {}).get("schema")
    if schema:
        Draft202012Validator(schema | {"components": DESCRIPTION["components"]}).validate(
            answer.json()
        )


def _resolved(response: dict[str, Any]) -> dict[str, Any]:
    name = response.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = DESCRIPTION["components"]["responses"][name] if name else response
    return found
