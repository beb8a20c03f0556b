"""What the record keeps: one SQLite file, and the only door to it.

* WAL with `synchronous=FULL`: what was committed survives the machine.
* Writers queue on one lock, because SQLite's own way of waiting sleeps; each thread has its own
  connection, so readers wait for nobody.
* `secure_delete`: a device key that is forgotten leaves no copy in the file's free pages.
* Moments are ISO text in UTC. Days are those of England, where the meetings are.
* A transaction that owes a phone something rings the bell when it commits, and never before.
"""

from youthvoice.record.store.store import Row, Store, StoreTrouble, open_store

__all__ = ["Row", "Store", "StoreTrouble", "open_store"]
