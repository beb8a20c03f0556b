"""The one door of bleach: what is allowed in a letter.

What is not allowed is shown as the characters that were typed, never dropped: a chair sees it in
the preview, and a young person never gets less than was written.
"""

import re

import bleach

BLOCKS = frozenset({"p", "ul", "ol", "h2"})
ALLOWED = BLOCKS | {"br", "strong", "em", "li"}


def clean(text: str) -> str:
    """Safe HTML of `ALLOWED` elements without attributes; plain text becomes paragraphs.

    Empty when there is nothing in it to read.
    """
    tidy = text.replace("\r\n", "\n").replace("\0", "").strip()
    safe = bleach.clean(tidy, tags=ALLOWED, attributes={}, protocols=[], strip=False)
    if not re.sub(r"<[^>]*>|&nbsp;|\s", "", safe):
        return ""
    return safe if _has_blocks(safe) else _paragraphs(safe)


def _has_blocks(safe: str) -> bool:
    return any(f"<{block}>" in safe for block in BLOCKS)


def _paragraphs(safe: str) -> str:
    parts = re.split(r"\n\s*\n", safe.strip())
    return "".join(f"<p>{part.strip()}</p>".replace("\n", "<br>") for part in parts)
