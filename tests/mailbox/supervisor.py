"""A real server that can be killed and started again fast.

`supervisor.py DATABASE PUBLIC_KEY [acks-first]`: for each line on standard input it forks a
process that serves the mailbox with waitress, which prints its id and its port. When standard
input ends, so do the servers. `acks-first` is a deliberate breach: it answers before it keeps.
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import waitress
from flask import Flask

from youthvoice.mailbox import create_mailbox, open_store
from youthvoice.mailbox.store.kept import Arriving, Outcome


def main() -> None:
    children: list[int] = []
    for _ in sys.stdin:
        children.append(os.fork())
        if children[-1] == 0:
            os.close(0)
            serve(Path(sys.argv[1]), Path(sys.argv[2]), "acks-first" in sys.argv)
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def serve(database: Path, public_key: Path, acks_first: bool) -> None:
    store = open_store(database)
    if acks_first:
        store.up.put = never_kept  # type: ignore[method-assign]
    app = Flask(__name__)
    app.register_blueprint(create_mailbox(store, public_key.read_text("ascii")))
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=8)
    print(os.getpid(), server.effective_port, flush=True)
    server.run()


def never_kept(arriving: Sequence[Arriving]) -> list[Outcome]:
    return [Outcome.STORED for _ in arriving]


if __name__ == "__main__":
    main()
