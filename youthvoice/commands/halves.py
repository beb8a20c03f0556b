"""The two halves in production: `youthvoice outside` and `youthvoice inside`."""

import click

from youthvoice import settings
from youthvoice.commands.in_use import in_use
from youthvoice.commands.serving import serve


@click.command()
def outside() -> None:
    """Serve the phone's pages and the mailbox (settings: YOUTHVOICE_*)."""
    from youthvoice.outside import create_app

    chosen = settings.load(settings.Outside)
    app = create_app(chosen)
    with in_use(chosen.mailbox_database, alone=False):
        serve(
            app,
            "outside",
            chosen.outside_host,
            chosen.outside_port,
            chosen.outside_threads,
        )


@click.command()
def inside() -> None:
    """Serve the record and its staff pages, and visit the mailbox (settings: YOUTHVOICE_*)."""
    from youthvoice.inside import create_app
    from youthvoice.record.mailroom import Mailroom

    chosen = settings.load(settings.Inside)
    chosen.record_database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with in_use(chosen.record_database, alone=True):
        app = create_app(chosen)
        house = app.extensions["house"]
        mailroom = Mailroom(house)
        mailroom.start()
        try:
            serve(
                app,
                "inside",
                chosen.inside_host,
                chosen.inside_port,
                chosen.inside_threads,
            )
        finally:
            mailroom.stop()
            house.close()
