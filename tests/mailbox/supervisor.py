"""A real server that can be killed and started again fast.

`supervisor.py DATABASE PUBLIC_KEY [acks-first] [unhurried]`: for each line on standard input it
forks a process that serves the mailbox with waitress, which prints its id and its port. When
standard input ends, so do the servers. `acks-first` is a deliberate breach: it answers before it
keeps.
`unhurried` counts no requests, for somebody who asks thousands of things at once.
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import waitress
from flask import Flask

from youthvoice.mailbox import create_mailbox, open_store
from youthvoice.mailbox.buckets import Rate
from youthvoice.mailbox.rates import Allowed, Rates
from youthvoice.mailbox.store.kept import Arriving, Outcome

NO_HURRY = Rate(1_000_000, 1_000_000)


def main() -> None:
    children: list[int] = []
    for _ in sys.stdin:
        children.append(os.fork())
        if children[-1] == 0:
            os.close(0)
            serve(Path(sys.argv[1]), Path(sys.argv[2]), set(sys.argv[3:]))
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def serve(database: Path, public_key: Path, flags: set[str]) -> None:
    store = open_store(database)
    if "acks-first" in flags:
        store.up.put = never_kept  # type: ignore[method-assign]
    app = Flask(__name__)
    rates = Rates(Allowed(NO_HURRY, NO_HURRY)) if "unhurried" in flags else None
    app.register_blueprint(create_mailbox(store, public_key.read_text("ascii"), rates))
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=8)
    print(os.getpid(), server.effective_port, flush=True)
    server.run()


def never_kept(arriving: Sequence[Arriving]) -> list[Outcome]:
    return [Outcome.STORED for _ in arriving]


if __name__ == "__main__":
    main()
