"""The command line. Exit status 0 when what was asked is done; otherwise a sentence that helps.

Decisions
---------
* **`try` runs the two halves as they run in a council**: two processes, two databases, settings
  by environment, joined by HTTP alone. It only adds sample people and prints their links.
* **What any command makes is its owner's alone**, whatever the umask of whoever typed it
  (`youthvoice.owner_only`).
* **Samples are marked as such** in every name, so that none can be taken for a person.
"""

import click

from youthvoice import owner_only
from youthvoice.commands.backup import backup, restore
from youthvoice.commands.halves import inside, outside
from youthvoice.commands.keys import keys
from youthvoice.commands.staff import staff
from youthvoice.commands.trying import try_


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Hear a young person in the conference about their safety."""
    owner_only.from_now_on()


for _command in (outside, inside, keys, staff, backup, restore, try_):
    main.add_command(_command)
