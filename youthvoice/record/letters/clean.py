"""The one door of bleach: what is allowed in a letter.

What is not an allowed tag is shown as the characters that were typed, never dropped: a chair sees
it in the preview, and a young person never gets less than was written. So it is made into text
here, before a parser sees it: parsers drop what looks like a comment, an instruction or a tag that
never ends (`<3`, `<!`, `<?`, `<Zoë`).
"""

import re
from collections import Counter

import bleach

BLOCKS = frozenset({"p", "ul", "ol", "h2", "li"})
ALLOWED = BLOCKS | {"br", "strong", "em"}
NESTING = frozenset({"ul", "ol", "strong", "em"})
DEEPEST = 8
"""How often one of these stands in itself: what goes deeper loses its tags, not its words."""
TAG = re.compile(r"(<(?:/?(?:p|ul|ol|h2|li|strong|em)|br ?/?)>)", re.IGNORECASE)
"""An allowed one, without attributes: with any it is text."""
UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters, which no page can show: it is shown that something was there."""
ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|#39|nbsp);)")
"""An ampersand that is itself: of what HTML spells out, these alone are understood."""
BLOCK_TAG = re.compile(f"(</?(?:{'|'.join(sorted(BLOCKS))})>)")

EMPTY_LINE = re.compile(r"\n\s*\n")


def clean(text: str) -> str:
    """Safe HTML of `ALLOWED` elements without attributes; plain text becomes paragraphs.

    So does what stands as plain text between blocks. Empty when there is nothing in it to read.
    """
    shown = UNSHOWN.sub("\ufffd", text.replace("\r\n", "\n"))
    safe = _bleached(_only_allowed(shown.strip()))
    # Twice: an element that was begun in one paragraph and ended in the next is put right.
    return _bleached(_with_paragraphs(safe)) if _can_be_read(safe) else ""


def _only_allowed(text: str) -> str:
    """The same with everything as text that is not an allowed tag."""
    parts, opened = TAG.split(text), Counter[str]()
    return "".join(
        _kept_tag(part.lower(), opened) if n % 2 else _as_text(part) for n, part in enumerate(parts)
    )


def _kept_tag(tag: str, opened: Counter[str]) -> str:
    """Nothing for one that nests too deep, or that ends what was not begun."""
    name = tag.strip("</ >")
    if name not in NESTING:
        return tag
    step = -1 if tag.startswith("</") else 1
    if not 0 <= opened[name] + step <= DEEPEST:
        return ""
    opened[name] += step
    return tag


def _as_text(part: str) -> str:
    return ENTITY.sub("&amp;", part).replace("<", "&lt;").replace(">", "&gt;")


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
