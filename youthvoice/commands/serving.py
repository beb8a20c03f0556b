"""Serve one half until told to stop."""

import errno
import logging
import resource
import signal
import sys
from types import FrameType
from typing import Any

from click import ClickException
from flask import Flask
from waitress.adjustments import Adjustments
from waitress.server import MultiSocketServer
from waitress.task import ThreadedTaskDispatcher

from youthvoice.commands.bare import Bare, name_no_address
from youthvoice.commands.connections import MOST, Server

MIB = 1024 * 1024
CLEANUP = 5
"""Seconds between two looks at who has taken too long."""

SPARE = 200
"""Files that are no connections: databases, pages, the socket that listens."""


LIMITS = {"outside": (2 * MIB, 8 * MIB), "inside": (12 * MIB, 128 * MIB)}
"""Bytes: what is read of a request at all, and held in memory, never in a temporary file; and what
is heard out and thrown away, so that whoever sends it gets to read why. The apps have limits of
their own below the first, and say so kindly: a report's file may have 10 MiB."""


def serve(app: Flask, name: str, host: str, port: int, threads: int) -> None:
    """Answer requests until SIGTERM or Ctrl-C, then finish those under way and return."""
    server = _listen(app, name, host, port, threads)
    logging.getLogger("waitress").addFilter(name_no_address)
    signal.signal(signal.SIGTERM, _stop)
    try:
        server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()


def _listen(app: Flask, name: str, host: str, port: int, threads: int) -> Any:
    largest, heard_out = LIMITS[name]
    try:
        return _server(
            app,
            Bare.of(app, heard_out),
            host=host,
            port=port,
            threads=threads,
            ident=None,
            max_request_body_size=largest,
            inbuf_overflow=largest + 1,
            clear_untrusted_proxy_headers=True,
            connection_limit=10 * MOST,  # ours is in `connections`
            cleanup_interval=CLEANUP,
            asyncore_use_poll=True,
        )
    except OSError as wrong:
        raise ClickException(_why(wrong, name, host, port)) from None


def _server(app: Flask, bare: Bare, **how: Any) -> Any:
    """As `waitress.create_server`, with servers of ours: one for each address of the host."""
    adjusted = Adjustments(**how)
    sockets: dict[int, Any] = {}
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(adjusted.threads)
    servers = [
        Server(app, sockets, dispatcher=dispatcher, adj=adjusted, sockinfo=one)
        for one in adjusted.listen
    ]
    bare.serve_by(servers)
    for one in servers:
        one.most = min(MOST, _files(2 * MOST) - SPARE)
    if len(servers) == 1:
        return servers[0]
    listening = [(one.effective_host, one.effective_port) for one in servers]
    return MultiSocketServer(sockets, adjusted, listening, dispatcher, servers[0].log_info)


def _files(many: int) -> int:
    """How many files and connections may be open at once: so many, where the system lets us."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = many if most == resource.RLIM_INFINITY else min(many, most)
    if now != resource.RLIM_INFINITY and now < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def _why(wrong: OSError, name: str, host: str, port: int) -> str:
    setting = f"YOUTHVOICE_{name.upper()}_PORT"
    if wrong.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use. Stop what uses it, or set {setting} to another."
    return f"Cannot listen on {host}:{port}: {wrong.strerror}. Check {setting}."


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)
