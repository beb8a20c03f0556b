"""The one door of bleach: what is allowed in a letter.

What is not allowed is shown as the characters that were typed, never dropped: a chair sees it in
the preview, and a young person never gets less than was written.
"""

import re

import bleach

BLOCKS = frozenset({"p", "ul", "ol", "h2", "li"})
ALLOWED = BLOCKS | {"br", "strong", "em"}
BLOCK_TAG = re.compile(f"(</?(?:{'|'.join(sorted(BLOCKS))})>)")

EMPTY_LINE = re.compile(r"\n\s*\n")


def clean(text: str) -> str:
    """Safe HTML of `ALLOWED` elements without attributes; plain text becomes paragraphs.

    So does what stands as plain text between blocks. Empty when there is nothing in it to read.
    """
    safe = _bleached(text.replace("\r\n", "\n").replace("\0", "").strip())
    # Twice: an element that was begun in one paragraph and ended in the next is put right.
    return _bleached(_with_paragraphs(safe)) if _can_be_read(safe) else ""


def _bleached(text: str) -> str:
    return bleach.clean(text, tags=ALLOWED, attributes={}, protocols=[], strip=False)


def _with_paragraphs(safe: str) -> str:
    """Paragraphs around all that stands in no block; an empty line ends one in any case."""
    inside, made = ["nothing"], []
    for part in BLOCK_TAG.split(safe):
        if not BLOCK_TAG.fullmatch(part):
            made.append(_in_place(part, inside[-1]))
            continue
        made.append(part)
        if part.startswith("</"):
            inside.pop()
        else:
            inside.append(part)
    return "".join(made)


def _in_place(part: str, inside: str) -> str:
    if inside == "nothing":
        return _paragraphs(part)
    return EMPTY_LINE.sub("</p><p>", part.strip()) if inside == "<p>" else part


def _paragraphs(loose: str) -> str:
    if not _can_be_read(loose):
        return loose.strip()
    parts = EMPTY_LINE.split(loose.strip())
    return "".join(f"<p>{part.strip()}</p>".replace("\n", "<br>") for part in parts)


def _can_be_read(safe: str) -> bool:
    return bool(re.sub(r"<[^>]*>|&nbsp;|\s", "", safe))
