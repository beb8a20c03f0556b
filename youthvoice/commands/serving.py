"""Serve one half until told to stop."""

import errno
import signal
import sys
from types import FrameType
from typing import Any

from click import ClickException
from flask import Flask
from waitress.server import create_server

MIB = 1024 * 1024


def serve(app: Flask, name: str, host: str, port: int, threads: int, largest: int) -> None:
    """Answer requests until SIGTERM or Ctrl-C, then finish those under way and return.

    `largest` is what is read of a request at all, in bytes, and held in memory, never in a
    temporary file; the apps have their own, smaller limits and say so kindly.
    """
    server = _listen(app, name, host, port, threads, largest)
    signal.signal(signal.SIGTERM, _stop)
    try:
        server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()


def _listen(app: Flask, name: str, host: str, port: int, threads: int, largest: int) -> Any:
    try:
        return create_server(
            app,
            host=host,
            port=port,
            threads=threads,
            ident=None,
            max_request_body_size=largest,
            inbuf_overflow=largest + 1,
            clear_untrusted_proxy_headers=True,
        )
    except OSError as wrong:
        raise ClickException(_why(wrong, name, host, port)) from None


def _why(wrong: OSError, name: str, host: str, port: int) -> str:
    setting = f"YOUTHVOICE_{name.upper()}_PORT"
    if wrong.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use. Stop what uses it, or set {setting} to another."
    return f"Cannot listen on {host}:{port}: {wrong.strerror}. Check {setting}."


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)
