"""Write `vectors/*.json`: `python -m tests.envelope.make_vectors`. The same files every time.

A file is `{kind: [case, …]}`; a case is its inputs by name and what to `expect`: a value, or
`{"error": code}`. A case with `of` is that case with some inputs replaced and its sealed bytes
changed: `flip` (the lowest bit of a byte), `put` ([offset, hex]), `keep` (so many bytes), `fill`
(with zeros up to so many bytes). Bytes are hexadecimal; keys are named, and kept in `keys.json`.
"""

import json
from pathlib import Path
from typing import Any

from tests.envelope import vector_invitations, vector_keys, vector_openings, vector_words

VECTORS = Path(__file__).parent / "vectors"


def files() -> dict[str, str]:
    """The text of each file, by its name."""
    parts = {
        "keys": vector_keys.keys(),
        "openings": vector_openings.openings(),
        "invitations": vector_invitations.invitations(),
        "key_sets": vector_keys.key_sets(),
        "signatures": vector_keys.signatures(),
        "words": vector_words.words(),
    }
    return {f"{name}.json": _text(part) for name, part in parts.items()}


def _text(part: dict[str, Any]) -> str:
    return json.dumps(part, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    for name, text in files().items():
        (VECTORS / name).write_text(text, "utf-8")
