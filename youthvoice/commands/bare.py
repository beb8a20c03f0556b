"""What the server itself refuses, before the app hears of it: answered with a page of the app.

Waitress refuses in bare text, and hangs up on whoever is still sending, so that a browser shows
neither that text nor any. Here a body that is too large, and says so, is heard out and thrown away
piece by piece (none of it is kept in memory), up to a bound; then comes the page.
"""

import json
import logging
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask
from waitress.utilities import RequestEntityTooLarge
from werkzeug.exceptions import default_exceptions

CODES = (400, 413, 431, 500, 501)
"""All that waitress can say by itself."""
JSON_CODES = {413: "too_large", 500: "unexpected"}

Page = tuple[list[tuple[str, str]], bytes]


@dataclass(frozen=True)
class Bare:
    """The pages of an app by status, and how many bytes are heard out."""

    pages: dict[int, Page]
    most: int

    @classmethod
    def of(cls, app: Flask, most: int) -> "Bare":
        """Rendered once, with the headers that every page has."""
        return cls({code: _page(app, code) for code in CODES}, most)

    def serve_by(self, servers: list[Any]) -> None:
        """Every connection to these waitress servers gets such pages."""
        for server in servers:
            its_own = server.channel_class
            server.channel_class = type("Channel", (_Speaking, its_own), {"bare": self})

    def answer(self, code: int, path: str) -> Page:
        """The page; under /api/ what a program reads."""
        if path.startswith("/api/"):
            body = json.dumps({"error": JSON_CODES.get(code, "malformed")}).encode()
            return [("Content-Type", "application/json"), ("Cache-Control", "no-store")], body
        return self.pages[code if code in self.pages else 500]


class _Dropped:
    """A body that is read and not kept."""

    error = None

    def __init__(self, length: int) -> None:
        self.left = length

    @property
    def completed(self) -> bool:
        return self.left <= 0

    def received(self, data: bytes) -> int:
        taken = min(len(data), self.left)
        self.left -= taken
        return taken


class _Parser(HTTPRequestParser):  # type: ignore[misc]
    most = 0
    body_rcv: Any
    completed: bool

    def received(self, data: bytes) -> int:
        if isinstance(self.body_rcv, _Dropped):
            taken = self.body_rcv.received(data)
            self.completed = self.body_rcv.completed
            return taken
        taken = int(super().received(data))
        if self._is_heard_out():
            self.body_rcv, self.completed = _Dropped(self.content_length), False
        return taken

    def close(self) -> None:
        if not isinstance(self.body_rcv, _Dropped):
            super().close()

    def _is_heard_out(self) -> bool:
        """Not one who asks before sending: they hear at once, and send nothing."""
        too_large = isinstance(self.error, RequestEntityTooLarge) and not self.expect_continue
        return bool(too_large and self.content_length <= self.most and self.body_rcv is not None)


class _ErrorTask(ErrorTask):  # type: ignore[misc]
    def execute(self) -> None:
        error = self.request.error
        headers, body = self.channel.bare.answer(error.code, getattr(self.request, "path", ""))
        self.status = f"{error.code} {error.reason}"
        self.response_headers.extend(headers)
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class _Speaking:
    """Before a class of connections: whose pages they answer with."""

    bare: Bare
    error_task_class = _ErrorTask

    def parser_class(self, adj: Any) -> _Parser:
        parser = _Parser(adj)
        parser.most = self.bare.most
        return parser


def name_no_address(record: logging.LogRecord) -> bool:
    """A filter: waitress names the address that it served, and an address can hold words."""
    text = record.getMessage()
    if " while serving " in text:
        record.msg, record.args = text.partition(" while serving ")[0], ()
    return True


def _page(app: Flask, code: int) -> Page:
    wrong = default_exceptions[code]()
    with app.test_request_context("/"):
        answer: Response = app.make_response(app.handle_user_exception(wrong))
        answer = app.process_response(answer)
        kept = [(name, value) for name, value in answer.headers if name != "Content-Length"]
        return kept, answer.get_data()
