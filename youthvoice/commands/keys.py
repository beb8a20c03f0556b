"""The council's keys: made once, renewed when wanted, never overwritten."""

from pathlib import Path

import click

from youthvoice.record.keys import make_keys
from youthvoice.record.keys import rotate as rotate_keys


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
