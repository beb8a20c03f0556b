"""The people who work here: added, listed, and let in by a link, from the command line."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from youthvoice import settings
from youthvoice.record.house import House, open_house
from youthvoice.record.staff import Staff, add_staff, all_staff
from youthvoice.record.staff.links import new_link
from youthvoice.record.staff.people import StaffRole
from youthvoice.record.staff.tokens import LASTS

ROLES = ("worker", "chair")
LONGEST = 100
"""Characters of a name."""


@click.group()
def staff() -> None:
    """Add social workers and chairs, list them, let them in (settings: YOUTHVOICE_*)."""


@staff.command()
@click.argument("name")
@click.option("--role", required=True, type=click.Choice(ROLES))
def add(name: str, role: StaffRole) -> None:
    """Add a person. The name is as young people read it."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST:
        raise click.ClickException(f"A name has from 1 to {LONGEST} characters. Write it again.")
    with opened_house() as house:
        if any(name in (one.name, one.id) for one in all_staff(house.store)):
            raise click.ClickException(
                f"There is a {name} already. Add what tells the two apart, such as a team."
            )
        add_staff(house.store, name, role)
    click.echo(f"{name} is added as {role}. `youthvoice staff link` lets them in.")


@staff.command("list")
def list_() -> None:
    """One line for each person: id, role, name."""
    with opened_house() as house:
        for one in all_staff(house.store):
            click.echo(f"{one.id}  {one.role:6}  {one.name}")


@staff.command()
@click.argument("name")
def link(name: str) -> None:
    """Print a link that signs this person in, once. NAME may be their id."""
    with opened_house() as house:
        one = _only_one(all_staff(house.store), " ".join(name.split()))
        click.echo(new_link(house, one.id))
    minutes = int(LASTS.total_seconds() // 60)
    click.echo(f"It works once, within {minutes} minutes. Whoever has it is {one.name}.", err=True)


@contextmanager
def opened_house() -> Iterator[House]:
    """The house that the settings name, closed afterwards. Raises sentences for people."""
    house = open_house(settings.load(settings.Inside))
    try:
        yield house
    finally:
        house.close()


def _only_one(everybody: list[Staff], name: str) -> Staff:
    found = [one for one in everybody if name in (one.name, one.id)]
    if not found:
        raise click.ClickException(f"There is no {name}. `youthvoice staff list` shows who is.")
    if len(found) > 1:
        raise click.ClickException(
            f"There are {len(found)} people of that name. Use an id from `youthvoice staff list`."
        )
    return found[0]
