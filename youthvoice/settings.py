"""Every setting, its default and its reason. From `YOUTHVOICE_*` variables or one TOML file.

`YOUTHVOICE_SETTINGS` names the file; in it, a setting is its name below in lower case. A variable
wins over the file. Nothing secret has a default: `youthvoice try` makes its own.
"""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from click import ClickException

from youthvoice.meanings import area_words_in
from youthvoice.meanings.term import AreaWord

PREFIX = "YOUTHVOICE_"
LOOPBACK = [("http", host) for host in ("127.0.0.1", "localhost", "::1")]
T = TypeVar("T")


class SettingError(ClickException):
    """A setting that is missing or malformed: the sentence names it and says what to do."""


def _whole(text: str) -> int:
    return int(text)


def _some(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError("it must be 1 or more")
    return number


def _rate(text: str) -> float:
    rate = float(text)
    if not 0 < rate < float("inf"):
        raise ValueError("it must be more than 0")
    return rate


def _port(text: str) -> int:
    port = int(text)
    if not 0 < port < 65536:
        raise ValueError("it must be from 1 to 65535")
    return port


def _url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme != "https" and (parts.scheme, parts.hostname) not in LOOPBACK:
        raise ValueError("it must start with https:// (http:// only on this machine)")
    if not parts.hostname:
        raise ValueError("it must name a host, as https://notes.example.gov.uk does")
    return text.rstrip("/")


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def _secret(text: str) -> str:
    if len(text) < 32:
        raise ValueError("it must have 32 characters or more")
    return text


def setting(read: Callable[[str], Any], why: str, default: Any = None) -> Any:
    """Declare one setting: how it is read, why it is there, its default (none: it must be set)."""
    metadata = {"read": read, "why": why}
    if default is None:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, kw_only=True)
class MailboxFiles:
    """What the mailbox keeps: all that a backup of it is made of."""

    mailbox_database: Path = setting(Path, "The file in which sealed envelopes wait.")


@dataclass(frozen=True, kw_only=True)
class RecordFiles:
    """What the record keeps: all that a backup of it is made of."""

    record_database: Path = setting(Path, "The file that keeps what was said, for ever.")
    keys: Path = setting(Path, "The folder that `youthvoice keys` made.")


@dataclass(frozen=True, kw_only=True)
class Outside(MailboxFiles):
    """The half on the internet: the phone's pages and the mailbox."""

    outside_host: str = setting(
        str, "Loopback: a reverse proxy with TLS stands before it.", "127.0.0.1"
    )
    outside_port: int = setting(_port, "Free on most machines.", 8600)
    outside_threads: int = setting(_whole, "Writers queue on one lock; more threads only read.", 8)
    inside_public_key: Path = setting(Path, "PEM file by which the mailbox knows the record.")
    phone_url: str = setting(
        _url,
        "What an invitation's link starts with. Only its host is answered, and only by HTTPS where"
        " it has that.",
    )
    outside_hosts: tuple[str, ...] = setting(
        _list,
        "Other names by which the outside is asked, such as the host of the inside's"
        " YOUTHVOICE_MAILBOX_URL where that is another.",
        (),
    )
    languages: tuple[str, ...] = setting(
        _list, "Languages of the phone's pages; the first is at /.", ("en",)
    )
    mailbox_box_mib: int = setting(
        _some,
        "What may wait in one box for the record. A voice note of five minutes is 1 MiB (where a"
        " browser does not heed our bit rate, 7), a photo 1; a note to each question of the longest"
        " form, 42.",
        128,
    )
    mailbox_all_mib: int = setting(
        _some,
        "What may wait in all boxes: 300 phones with 13 MiB each while nobody collects.",
        4096,
    )
    mailbox_free_mib: int = setting(
        _some,
        "Free disk that phones may not fill. Half of it is for what the record sends; the rest is"
        " needed to take in what is confirmed and deleted.",
        512,
    )
    box_per_second: float = setting(
        _rate,
        "Requests of one box in the long run; 64 KiB of a body count as one more. A phone makes two"
        " in four seconds while it waits for an answer.",
        4,
    )
    box_at_once: int = setting(
        _some,
        "The same at once: a voice note to each question of the longest form is some 900.",
        1200,
    )
    stranger_per_second: float = setting(
        _rate, "Claims, PINs and wrong tokens from one address in the long run.", 5
    )
    stranger_at_once: int = setting(
        _some, "The same at once: 300 phones of a school behind one address, four tries each.", 1200
    )
    address_header: str = setting(
        str,
        "The header in which the proxy in front writes a caller's address, such as X-Real-IP. Only"
        " where a proxy always writes it; empty: the socket says who calls.",
        "",
    )


@dataclass(frozen=True, kw_only=True)
class Inside(RecordFiles):
    """The half inside the council: the record and its staff pages."""

    inside_host: str = setting(
        str, "Loopback: the council's own proxy stands before it.", "127.0.0.1"
    )
    inside_port: int = setting(_port, "Beside the outside's port.", 8601)
    inside_threads: int = setting(_whole, "A team's worth of people at once.", 8)
    mailbox_url: str = setting(_url, "Where to collect and publish; the mailbox never calls in.")
    phone_url: str = setting(_url, "What an invitation's link starts with.")
    inside_url: str = setting(
        _url, "What staff type in the browser; sign-in links start with it, cookies depend on it."
    )
    council: str = setting(str, "The council's id: bound into every envelope.")
    council_name: str = setting(str, "As people read it.")
    secret_key: str = setting(_secret, "Signs staff sessions.")
    collect_every: int = setting(_whole, "Seconds between two visits to the mailbox.", 20)
    sign_in: str = setting(
        str, "How staff sign in: `link` (one-time links) until there is OpenID.", "link"
    )
    duty_email: str = setting(
        str, "Who is told that something is to be read soon; empty: nobody by e-mail.", ""
    )
    mail_host: str = setting(str, "The council's own mail server; it relays.", "127.0.0.1")
    mail_port: int = setting(_port, "Where it listens.", 25)
    mail_from: str = setting(str, "Who the e-mail is from; empty: the duty team itself.", "")
    invitation_days: int = setting(_whole, "How long an invitation may be claimed.", 14)
    unread_working_days: int = setting(
        _whole, "After how many a view that nobody read is shown as late.", 2
    )
    area_words: tuple[AreaWord, ...] = setting(
        area_words_in,
        'A TOML file of `term = "meaning"`: words of this area alone, and meanings that win over'
        " ours. A term with a capital further in is found only as it is written.",
        (),
    )
    languages: tuple[str, ...] = setting(
        _list, "Languages of the pages; the first is the default.", ("en",)
    )


def load(kind: type[T], environ: Mapping[str, str] = os.environ) -> T:
    """All settings of one half. Raises `SettingError` naming the first that is wrong."""
    file = _file(environ)
    values = {}
    for one in fields(kind):  # type: ignore[arg-type]
        text = environ.get(PREFIX + one.name.upper(), file.get(one.name))
        if text in (None, "") and one.default is not MISSING:
            continue
        values[one.name] = _read(one.name, text, one.metadata)
    return kind(**values)


def is_set(name: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a variable or the file names this setting. Raises `SettingError`."""
    return bool(environ.get(PREFIX + name.upper(), _file(environ).get(name)))


def _read(name: str, text: Any, metadata: Mapping[str, Any]) -> Any:
    variable = PREFIX + name.upper()
    if text is None or text == "":
        raise SettingError(f"{variable} is not set. {metadata['why']} Set it and start again.")
    try:
        return metadata["read"](" ".join(text) if isinstance(text, list) else str(text))
    except ValueError as wrong:
        raise SettingError(f"{variable} is {str(text)!r}, which cannot be used: {wrong}.") from None


def _file(environ: Mapping[str, str]) -> dict[str, Any]:
    path = environ.get(PREFIX + "SETTINGS")
    if not path:
        return {}
    try:
        return tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as wrong:
        raise SettingError(
            f"{PREFIX}SETTINGS names {path}, which cannot be read: {wrong.strerror}."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise SettingError(f"{PREFIX}SETTINGS names {path}, which is not TOML: {wrong}.") from None
