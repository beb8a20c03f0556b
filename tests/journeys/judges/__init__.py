"""What others have written to judge pages with, let loose on a phone that has been used.

Each is a script for Node that opens the phone's own profile in Chromium and prints what it found.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

from youthvoice.places import ROOT

HERE = Path(__file__).parent
PATIENCE = 600
"""Seconds after which a judge is taken to have fallen asleep."""


def verdict(judge: str, address: str, profile: Path) -> Any:
    """What `judge` says of the app at that address, on a phone whose browser is closed."""
    command = ["node", HERE / f"{judge}.mjs", address, profile]
    done = subprocess.run(
        command, check=False, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
