"""Serves `handmade.html` as ours is served: compressed once, from memory."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import brotli

PAGE = brotli.compress(Path(__file__).with_name("handmade.html").read_bytes())


class OnePage(BaseHTTPRequestHandler):
    """Whatever is asked for, this page is the answer."""

    def do_GET(self) -> None:
        """The page, in one answer."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing."""


@contextmanager
def served() -> Iterator[str]:
    """Where it is served, until the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), OnePage) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
