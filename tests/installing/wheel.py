"""A wheel, made from an sdist, and an empty virtual environment that has it and what it needs."""

import os
import subprocess
import sys
from pathlib import Path

from youthvoice.places import ROOT

UV = Path(sys.executable).with_name("uv")


def build(source: Path, into: Path) -> subprocess.CompletedProcess[str]:
    """An sdist of the sources and, from it alone, a wheel: as `make dist` does it."""
    return _uv("build", "--no-build-isolation", "--out-dir", str(into), str(source))


def distributions(into: Path) -> tuple[Path, Path]:
    """Sdist and wheel of these sources, in a folder that was empty."""
    done = build(ROOT, into)
    assert done.returncode == 0, done.stderr
    [sdist], [wheel] = into.glob("*.tar.gz"), into.glob("*.whl")
    return sdist, wheel


def install(wheel: Path, into: Path) -> Path:
    """The folder of commands of a new environment: the wheel, and what it needs as locked."""
    python = into / "bin" / "python"
    lock = str(ROOT / "requirements.lock")
    made = _uv("venv", "--python", sys.executable, str(into))
    assert made.returncode == 0, made.stderr
    done = _uv("pip", "install", "--python", str(python), "--constraint", lock, str(wheel))
    assert done.returncode == 0, done.stderr
    return into / "bin"


def elsewhere(commands: Path) -> dict[str, str]:
    """The environment of a machine that has nothing but these commands: no Node, no sources."""
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
    return kept | {"PATH": str(commands)}


def _uv(*words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"VIRTUAL_ENV": str(UV.parents[1])}
    return subprocess.run(
        [UV, *words], capture_output=True, text=True, env=environment, check=False
    )
