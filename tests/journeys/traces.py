"""What a browser's profile on disk says of a visit: words, databases, caches, service workers."""

from pathlib import Path
from urllib.parse import urlsplit

from tests.journeys.phone import Phone

OPEN_STORE = """
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const database = await done(indexedDB.open('notes'));
const kept = database.transaction('kept').objectStore('kept');
"""
"""Within a function of the page: `kept`, what the vault keeps, and `done`, an answer of it."""
PLACES = ("IndexedDB", "Service Worker", "Local Storage", "Session Storage", "storage/default")
"""Where Chromium and Firefox put what a page stores."""


def files_in(folder: Path, pattern: str = "*") -> dict[Path, bytes]:
    """Every file there and what lies in it.

    A browser that is open removes and renames its files: where one is gone before it is read, all
    is read anew, or what was renamed would be missed.
    """
    while True:
        try:
            found = {one: one.read_bytes() for one in folder.rglob(pattern) if one.is_file()}
        except FileNotFoundError:
            continue
        assert found
        return found


def readable(phone: Phone, *needles: str) -> list[str]:
    """Files of the profile in which one of these can be read, as browsers write text."""
    sought = [needle.encode(how) for needle in needles for how in ("utf-8", "utf-16-le")]
    files = files_in(phone.profile).items()
    return [file.name for file, content in files if any(one in content for one in sought)]


def stored(phone: Phone) -> list[str]:
    """Databases and caches that the profile has of our address, and files in them."""
    port = str(urlsplit(phone.council.outside).port)
    ours = [path for path in phone.profile.rglob("*") if _is_store(path) and port in str(path)]
    caches = [path for path in phone.profile.rglob("CacheStorage/*/*") if path.is_dir()]
    return sorted(str(path.relative_to(phone.profile)) for path in [*ours, *caches])


def _is_store(path: Path) -> bool:
    """Firefox notes in an empty folder that a page asked for a database; that is none."""
    is_note = path.name.startswith(".metadata")
    return path.is_file() and not is_note and any(place in str(path) for place in PLACES)
