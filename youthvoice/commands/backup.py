"""`backup` and `restore`: whole copies of what the halves on this machine keep."""

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import click

from youthvoice import clock
from youthvoice.backup import BackupTrouble, make_backup, read_backup
from youthvoice.commands.kept import KINDS, Files, named, part_of
from youthvoice.commands.putting_back import put_back, refuse_to_overwrite

HALF = click.option(
    "--half",
    type=click.Choice(list(KINDS)),
    help="Only this one. Otherwise every half whose database the settings name.",
)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@HALF
def backup(folder: Path, half: str | None) -> None:
    """Copy what this machine keeps into the new folder DIR, also while it runs.

    The copy of a record has its keys: it opens what phones send. The escrow key is not in it.
    """
    chosen = _chosen(named(), half)
    about = {"youthvoice": version("youthvoice"), "made_at": _now(), "halves": list(chosen)}
    make_backup(folder, [part_of(files) for files in chosen.values()], about)
    click.echo(f"Backed up: {' and '.join(chosen)}. Keep {folder} as safe as what it was made of.")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@HALF
def restore(folder: Path, half: str | None) -> None:
    """Put a backup back where the settings say, if nothing is there. Start the halves afterwards.

    Phones then send again what they still hold, and staff are told what to check.
    """
    found = read_backup(folder)
    own = {name: files for name, files in named().items() if half or name in found.halves}
    chosen = _chosen(own, half)
    for name, files in chosen.items():
        if name not in found.halves:
            raise BackupTrouble(f"{folder} has no {name}. Use another one, or leave out --half.")
        refuse_to_overwrite(name, files)
        found.check(name)
    for files in chosen.values():
        put_back(found, files)
    click.echo(f"Restored: {' and '.join(chosen)}, as it was at {found.about.get('made_at')}.")
    if "record" in chosen:
        click.echo(
            "Staff see an alarm that says what they must check. Phones send again by themselves."
        )


def _chosen(own: Mapping[str, Files], half: str | None) -> dict[str, Files]:
    chosen = {name: files for name, files in own.items() if half in (None, name)}
    if not chosen:
        wanted = " or ".join(
            f"YOUTHVOICE_{name.upper()}_DATABASE" for name in KINDS if half in (None, name)
        )
        raise BackupTrouble(f"{wanted} is not set. Set it as the half itself has it.")
    return chosen


def _now() -> str:
    return clock.utc_now().replace(microsecond=0).isoformat()
