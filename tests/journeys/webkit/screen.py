"""A screen that nobody sees, for a browser that has no headless mode."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

XVFB = "/usr/bin/Xvfb"


@contextmanager
def screen() -> Iterator[str]:
    """The name of a display (`:1`), there until the end; the server picks a free number itself."""
    reading, writing = os.pipe()
    command = [XVFB, "-displayfd", str(writing), "-screen", "0", "800x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
