"""Real browsers that have the envelope's JavaScript before them, served from loopback."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).parents[2]
ENTRY = ROOT / "tests" / "envelope" / "browser" / "run.js"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"] + [
    f"--disable-{what}" for what in ("background-networking", "component-update", "sync")
]


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing."""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one page, whose script is `browser/run.js` with all that it imports."""
    folder = tmp_path_factory.mktemp("browser")
    out = ["--bundle", "--format=esm", "--target=es2022", f"--outfile={folder / 'run.js'}"]
    subprocess.run([ROOT / "node_modules" / ".bin" / "esbuild", ENTRY, *out], check=True, cwd=ROOT)
    page = '<!doctype html><meta charset="utf-8"><script type="module" src="run.js"></script>'
    (folder / "index.html").write_text(page, "utf-8")
    return folder


@pytest.fixture(scope="module")
def address(bundle: Path) -> Iterator[str]:
    """Where the folder is served; a secure context, since it is localhost."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=bundle)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def page(request: pytest.FixtureRequest, playwright: Playwright, address: str) -> Iterator[Page]:
    """The page, loaded, in each browser."""
    browser = _launched(playwright, request.param)
    try:
        page = browser.new_page()
        page.goto(address)
        page.wait_for_function("globalThis.walk !== undefined")
        yield page
    finally:
        browser.close()


def _launched(playwright: Playwright, name: str) -> Browser:
    if name == "chromium":
        path = shutil.which("chromium")
        return playwright.chromium.launch(executable_path=path, args=QUIET)
    path = shutil.which("firefox-esr")
    channel = "moz-firefox" if path else None
    return playwright.firefox.launch(channel=channel, executable_path=path)
