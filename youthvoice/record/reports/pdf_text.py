"""The text of a PDF, read in a process of its own: `python -I pdf_text.py < file`.

The one door of pypdf. A file from elsewhere may be made to cost all memory, or all time: the
process has a little of both and takes only itself down. It knows nothing of ours, and answers with
one JSON object: `{"pages": [text, …]}`, or `{"wrong": code}`.
"""

import json
import logging
import resource
import sys
from io import BytesIO

MOST_PAGES = 150
MOST_CHARACTERS = 400_000
"""Far more than one envelope holds."""
MEMORY = 1024 * 1024 * 1024
"""Bytes of address space: about ten times what an ordinary report needs."""
SECONDS = 20


def read(data: bytes) -> dict[str, object]:
    """The texts of all pages, or what keeps us from them."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"wrong": "locked"}
        if len(reader.pages) > MOST_PAGES:
            return {"wrong": "many_pages"}
        return _pages(reader.pages)
    except (FileNotDecryptedError, DependencyError):
        return {"wrong": "locked"}
    except (MemoryError, LimitReachedError, RecursionError):
        return {"wrong": "heavy"}
    except Exception:
        return {"wrong": "broken"}


def _pages(pages: object) -> dict[str, object]:
    texts: list[str] = []
    for page in pages:  # type: ignore[attr-defined]
        texts.append(page.extract_text())
        if sum(map(len, texts)) > MOST_CHARACTERS:
            return {"wrong": "long"}
    return {"pages": texts}


def main() -> None:
    """Read standard input within the limits, and answer."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    logging.disable()
    json.dump(read(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
