"""`python -I -m youthvoice.pdf read`, or `… picture NUMBER`: a file in, an answer out, and an end.

`read` answers with one JSON object: `{"pages": [{"paragraphs": [text, …], "doubts": [code, …]}, …],
"copy": base64 or null}`, or `{"wrong": code}`. `picture` answers with the page of that number, from
1, as a PNG; nothing where there is no such page or no way to paint it.
"""

import base64
import json
import logging
import resource
import sys
from typing import Any

from youthvoice.pdf import SECONDS, BadPdf

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space: several times what an ordinary report needs."""


def main() -> None:
    """Do what was asked within the limits."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    logging.disable()
    what, data = sys.argv[1], sys.stdin.buffer.read()
    if what == "picture":
        sys.stdout.buffer.write(_picture(data, int(sys.argv[2])))
    else:
        json.dump(answer(data), sys.stdout)


def answer(data: bytes) -> dict[str, Any]:
    """What `read` answers with."""
    from youthvoice.pdf.reading import read

    try:
        pages, copy = read(data)
    except BadPdf as bad:
        return {"wrong": bad.code}
    except (MemoryError, RecursionError):
        return {"wrong": "heavy"}
    except Exception:  # whatever a file from elsewhere does to its readers
        return {"wrong": "broken"}
    told = [{"paragraphs": page.paragraphs, "doubts": page.doubts} for page in pages]
    return {"pages": told, "copy": copy and base64.b64encode(copy).decode()}


def _picture(data: bytes, number: int) -> bytes:
    from youthvoice.pdf.reading import picture

    try:
        return picture(data, number)
    except Exception:  # likewise
        return b""


if __name__ == "__main__":
    main()
