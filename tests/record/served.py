"""The real mailbox on a real file, served over HTTP, that can go away and come back."""

import threading
from contextlib import suppress
from pathlib import Path

from flask import Flask
from waitress.server import create_server

from youthvoice.mailbox import create_mailbox, open_store


class Mailbox:
    """Serves from `start` to `stop`, always at the same address."""

    def __init__(self, folder: Path, public_pem: str) -> None:
        self.database = folder / "mailbox.db"
        self._pem = public_pem
        self._port = 0
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        self._store = open_store(self.database)
        app = Flask("mailbox")
        app.register_blueprint(create_mailbox(self._store, self._pem))
        self._server = create_server(app, host="127.0.0.1", port=self._port, threads=4)
        self._port = self._server.effective_port
        self._thread = threading.Thread(target=self._server.run)
        self._thread.start()

    def stop(self) -> None:
        with suppress(OSError):  # a worker woke the server first, and it has shut already
            self._server.trigger.pull_trigger(self._shut)
        self._thread.join()
        self._server.task_dispatcher.shutdown()
        self._store.close()

    def _shut(self) -> None:
        for channel in list(self._server.active_channels.values()):
            channel.handle_close()
        self._server.close()
