"""The two halves in production: `youthvoice outside` and `youthvoice inside`."""

import click

from youthvoice import settings
from youthvoice.commands.serving import MIB, serve


@click.command()
def outside() -> None:
    """Serve the phone's pages and the mailbox (settings: YOUTHVOICE_*)."""
    from youthvoice.outside import create_app

    chosen = settings.load(settings.Outside)
    serve(
        create_app(chosen),
        "outside",
        chosen.outside_host,
        chosen.outside_port,
        chosen.outside_threads,
        2 * MIB,
    )


@click.command()
def inside() -> None:
    """Serve the record and its staff pages, and visit the mailbox (settings: YOUTHVOICE_*)."""
    from youthvoice.inside import create_app
    from youthvoice.record.mailroom import Mailroom

    chosen = settings.load(settings.Inside)
    app = create_app(chosen)
    house = app.extensions["house"]
    mailroom = Mailroom(house)
    mailroom.start()
    try:
        serve(app, "inside", chosen.inside_host, chosen.inside_port, chosen.inside_threads, 8 * MIB)
    finally:
        mailroom.stop()
        house.close()
