"""A PDF is read beside us: in a process of its own, with little memory and little time."""

import base64
import json
import subprocess
import sys
from dataclasses import dataclass

from youthvoice.pdf import SECONDS


class BadFile(Exception):  # noqa: N818 - it is the file that is bad
    """Nothing that can be shared can be made of it. `code` is stable."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class SeenPage:
    """What a person reads on a page, and why somebody must look at it (`youthvoice.pdf.DOUBTS`)."""

    paragraphs: list[str]
    doubts: list[str]


def read_pdf(data: bytes) -> tuple[list[SeenPage], bytes | None]:
    """Its pages, and the copy that may go, if one may. Raises `BadFile`."""
    try:
        answer = json.loads(_asked(data, "read"))
    except ValueError:
        raise BadFile("broken") from None
    if "wrong" in answer:
        raise BadFile(answer["wrong"])
    pages = [SeenPage(one["paragraphs"], one["doubts"]) for one in answer["pages"]]
    return pages, answer["copy"] and base64.b64decode(answer["copy"])


def picture_of(data: bytes, number: int) -> bytes | None:
    """The page of that number (from 1) as a PNG; None where there is no such page."""
    try:
        return _asked(data, "picture", str(number)) or None
    except BadFile:
        return None


def _asked(data: bytes, *what: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and the data only as its input
            [sys.executable, "-I", "-m", "youthvoice.pdf", *what],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise BadFile("heavy") from None
    except subprocess.CalledProcessError as ended:
        raise BadFile("heavy" if ended.returncode < 0 else "broken") from None
    return done.stdout
