"""What holds at the edge of both halves, whatever is asked of them.

* **Known hosts only.** A half answers by the names in its settings, and by those of this machine
  (a health check, a proxy that does not pass the name on); another `Host` is answered with 400.
  Werkzeug's own list is not used: it takes the address map away with the request, and so the page
  that says what is wrong; and it knows no IPv6.
* **A redirect is a path.** Behind a proxy a half cannot know scheme and host, and an absolute one
  could ask for a page in clear text, or at a host that a stranger named.
* **HTTPS for two years** (`Strict-Transport-Security`) where the half's own address has it: the
  first visit may come by a typed address, every later one does not. Not for subdomains: they are
  the council's, not ours.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
TWO_YEARS = "max-age=63072000"


def keep_edges(app: Flask, url: str, more_hosts: Iterable[str] = ()) -> None:
    """Call it before anything else is registered: who comes by another name comes no further."""
    known = HERE | {name_in(url)} | {name_in(f"//{host}") for host in more_hosts}
    app.before_request(lambda: None if name_in(f"//{request.host}") in known else abort(400))
    app.after_request(lead_by_path)
    if url.startswith("https://"):
        app.after_request(only_by_https)


def name_in(url: str) -> str:
    """The host's name, in lower case, without its port; empty for none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def lead_by_path(answer: Response) -> Response:
    """No redirect names a scheme or a host."""
    to = answer.headers.get("Location")
    if to is not None:
        parts = urlsplit(to)._replace(scheme="", netloc="")
        path = "/" + parts.path.lstrip("/")
        answer.headers["Location"] = parts._replace(path=path).geturl()
    return answer


def only_by_https(answer: Response) -> Response:
    """The browser asks for nothing here in clear text from now on."""
    answer.headers["Strict-Transport-Security"] = TWO_YEARS
    return answer
