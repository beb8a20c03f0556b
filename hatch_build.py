"""What an sdist and a wheel carry besides the sources: pages, built files, compiled catalogues.

Both are whole or are not made at all: what `make build` has to make first is named in a sentence.
From the sdist a wheel comes with no Node, since the built files are in it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = Path("static/build")
BESIDE_THE_MANIFEST = ("manifest.json", "icons.json", "sw.js")
CATALOGUES = "translations/*/LC_MESSAGES/*.po"


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling calls this before it gathers anything."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name what goes in, and where. Stops with a sentence where some of it is missing."""
        if version == "editable":
            return
        root = Path(self.root)
        made = [*_built(root), *_catalogues(root)]
        _stop_for([file for file in made if not (root / file).is_file()])
        carried = [*made, *_templates(root)] if self.target_name == "wheel" else made
        below = "youthvoice/" if self.target_name == "wheel" else ""
        for file in carried:
            build_data["force_include"][str(root / file)] = f"{below}{file.as_posix()}"


def _built(root: Path) -> Iterator[Path]:
    manifest = root / BUILT / "manifest.json"
    named = json.loads(manifest.read_text("utf-8")).values() if manifest.is_file() else ()
    return (BUILT / name for name in (*BESIDE_THE_MANIFEST, *named))


def _catalogues(root: Path) -> Iterator[Path]:
    return (file.relative_to(root).with_suffix(".mo") for file in sorted(root.glob(CATALOGUES)))


def _templates(root: Path) -> Iterator[Path]:
    found = sorted((root / "templates").rglob("[!.]*"))
    return (file.relative_to(root) for file in found if file.is_file())


def _stop_for(missing: list[Path]) -> None:
    if missing:
        raise SystemExit(
            f"{missing[0].as_posix()} is missing, and without it nothing would start."
            " Run `make build` first, or `make dist`, which does."
        )
