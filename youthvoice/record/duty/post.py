"""The one e-mail that this program sends, and the only place that knows how."""

import smtplib
from email.message import EmailMessage

from youthvoice.record.language import _
from youthvoice.settings import Inside

LONGEST_WAIT = 10
"""Seconds that a mail server may take for each step."""


class NotTaken(Exception):  # noqa: N818 - the server did not take it
    """No server took it; says what kind of failure it was, and no address."""


def send(settings: Inside) -> None:
    """Hand one notice to the council's mail server. Raises `NotTaken`."""
    try:
        with smtplib.SMTP(settings.mail_host, settings.mail_port, timeout=LONGEST_WAIT) as server:
            if server.has_extn("starttls"):
                server.starttls()
            server.send_message(_notice(settings))
    except (OSError, smtplib.SMTPException) as why:
        raise NotTaken(type(why).__name__) from None


def _notice(settings: Inside) -> EmailMessage:
    notice = EmailMessage()
    notice["Subject"] = _("Something to read soon")
    notice["From"] = settings.mail_from or settings.duty_email
    notice["To"] = settings.duty_email
    notice.set_content(
        _("Somebody asked that what they sent is read soon. Please sign in and look:")
        + f"\n\n{settings.inside_url}\n"
    )
    return notice
