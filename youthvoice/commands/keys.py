"""The council's keys: made once, renewed when wanted, never overwritten; a lost one made good."""

from pathlib import Path

import click

from youthvoice import settings
from youthvoice.envelope.keys import KeyPair
from youthvoice.record.keys import KeyFolder, make_keys
from youthvoice.record.keys import rotate as rotate_keys
from youthvoice.record.mailroom import reopen_with_escrow
from youthvoice.record.store import open_store


@click.group()
def keys() -> None:
    """Make or renew the council's keys."""


@keys.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--council", required=True, help="The council's id, as in YOUTHVOICE_COUNCIL.")
def new(folder: Path, council: str) -> None:
    """Make a folder of keys for a council."""
    escrow = make_keys(folder, council)
    click.echo(f"Keys are in {folder}. Copy {folder / 'door.public.pem'} to the outside.")
    click.echo(f"Move {escrow} off this machine, to two safe places. It opens everything.")


@keys.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def rotate(folder: Path) -> None:
    """Renew the operational key; the old one still opens what was sealed to it."""
    fresh = rotate_keys(folder)
    click.echo(f"Key set {fresh.serial} is in {folder}. Phones learn of it at their next contact.")


@keys.command()
@click.argument("escrow", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def reopen(escrow: Path) -> None:
    """Open what came while a key was lost, with the ESCROW key's file (settings: YOUTHVOICE_*).

    Works beside a running record. Run `keys rotate` before it, so that nothing more is lost.
    """
    chosen = settings.load(settings.Inside)
    pair, folder = _escrow_key(escrow), KeyFolder.load(chosen.keys)
    store = open_store(chosen.record_database)
    try:
        opened = reopen_with_escrow(store, folder, pair)
    finally:
        store.close()
    click.echo(f"Opened {opened} of what had arrived and could not be opened.")
    click.echo(f"Take {escrow} off this machine again.")


def _escrow_key(file: Path) -> KeyPair:
    try:
        return KeyPair.from_pem(file.read_bytes())
    except OSError as wrong:
        raise click.ClickException(f"{file} cannot be read: {wrong.strerror}.") from None
    except ValueError:
        raise click.ClickException(
            f"{file} is not a private key. `youthvoice keys new` wrote it as escrow.pem."
        ) from None
