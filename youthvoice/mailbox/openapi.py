"""The description of this API, as data beside this module."""

from functools import cache
from importlib.resources import files

from flask import Response


def described() -> Response:
    """OpenAPI 3.1."""
    return Response(_text(), mimetype="application/json")


@cache
def _text() -> bytes:
    return (files(__package__) / "openapi.json").read_bytes()
