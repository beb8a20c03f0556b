"""One envelope that waits, by the name it has in a URL."""

from flask import Response

from youthvoice.envelope.shape import ID
from youthvoice.mailbox import answers, asked
from youthvoice.mailbox.answers import Refused


def envelope_id(name: str) -> bytes:
    """The id. Raises `Refused` (404): what is no id names nothing that waits."""
    try:
        return asked.from_hex(name, ID)
    except Refused:
        raise Refused(404, "not_here") from None


def waiting_octets(data: bytes | None) -> Response:
    """An envelope's bytes. Raises `Refused` (404) when it does not wait here."""
    if data is None:
        raise Refused(404, "not_here")
    return answers.octets(data)
