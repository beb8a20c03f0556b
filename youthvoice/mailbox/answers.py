"""How the mailbox answers: octets, nothing, or a refusal with a stable code."""

from collections.abc import Mapping

from flask import Response, jsonify

LATER = 60
"""Seconds after which it is worth asking again where there was no room."""


class Refused(Exception):  # noqa: N818 - it is the request that is refused
    """A refusal: `{"error": code}` and whatever else the contract names for it.

    `after` is in how many seconds the same may be asked again.
    """

    def __init__(self, status: int, code: str, after: int | None = None, **more: int) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.after = after
        self.more = more

    def response(self, headers: Mapping[str, str] | None = None) -> Response:
        """As it is sent. Nothing in it comes from the request."""
        answer = jsonify(error=self.code, **self.more)
        answer.status_code = self.status
        answer.headers.update(headers or {})
        if self.status == 401:
            answer.headers["WWW-Authenticate"] = "Bearer"
        if self.after is not None:
            answer.headers["Retry-After"] = str(self.after)
        return answer


def full(code: str) -> Refused:
    """There is no room for it now: 507."""
    return Refused(507, code, after=LATER)


def malformed() -> Refused:
    """The request cannot be understood: 400."""
    return Refused(400, "malformed")


def unauthorised() -> Refused:
    """No such box or not its token; not the inside: 401, one answer for all."""
    return Refused(401, "unauthorised")


def octets(data: bytes) -> Response:
    """200 and the bytes as they are."""
    return Response(data, mimetype="application/octet-stream")


def nothing(status: int) -> Response:
    """A status and no body."""
    answer = Response(status=status)
    del answer.headers["Content-Type"]
    return answer
