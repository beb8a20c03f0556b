"""Whole copies of what a half keeps, made while it runs, and put back where nothing is.

`make_backup(folder, parts, about)` and `read_backup(folder)`; it knows nothing of what is in the
files. What is restored is then prepared by the half whose it is (a new epoch).

Decisions
---------
* **A database is copied through SQLite's own backup**, in one read transaction: what is committed
  is in it, what is not is not, whoever writes meanwhile. The copy is one file without a log, and is
  not kept unless SQLite finds it whole (`integrity_check`, `foreign_key_check`).
* **A backup is there whole or not at all.** It is made beside its place under a name of its own,
  put on the disk, and renamed. What a kill leaves is called `….partial` and is no backup.
* **Nothing is overwritten**, neither by a backup nor by a restore. A restore looks at every hash
  before it writes anything, and gives the database its name last.
* **The keys are in it, the escrow key is not.** Without them a restored record opens nothing. So a
  backup of the record opens everything that phones send: it is the owner's alone (0600, 0700), and
  belongs on an encrypted disk. The escrow key stays where it is kept apart.
* **Keys that are on the machine already stay**, where they hold all that the backup has: they may
  be newer. Other keys are refused. Keys that come from the backup get a new serial, so that phones
  believe them, since nobody knows which serials were used after it was made.
* **Files' names in a backup are ours**; one that is named anything else is not read.
"""

from youthvoice.backup.database import BackupTrouble
from youthvoice.backup.folder import Backup, Part, make_backup, read_backup

__all__ = ["Backup", "BackupTrouble", "Part", "make_backup", "read_backup"]
