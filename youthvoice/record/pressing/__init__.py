"""A button that is pressed twice makes one thing.

* **Every form carries a key of its own**, 128 random bits that its page was rendered with. The
  first press with it is kept in the same transaction as what it makes, with the answer that was
  given. The same press again, whatever made it (two hands, a lost answer, Back), gets that answer
  and makes nothing. Two at once queue for the transaction, and the second finds the first.
* **The whole view is one transaction**, which begins with its first writing: what a long reading
  of a PDF needs is done before anybody waits. An answer that says that something is wrong undoes
  everything and keeps no key, so the same page can be corrected and sent.
* **By the URL map**: whatever answers a POST is wrapped, a route that forgets about it too. The
  two of signing in and out stand for themselves: the session is made of the press (`staff/`).
* **Other words with a key that was used** are neither dropped nor made: a page says what was made
  of the first, shows what came now and asks.
* **A press is known by key, address and staff member**, not by session: what was typed before a
  session ended is sent in the next one with the key that it had.
* **An answer that is a page** (the words of an invitation, which are kept nowhere) is kept locked
  with the secret that only the cookie of that session carries, and the key of the form. So the
  same window shows it again, and the record alone cannot. It is dropped with the working day;
  in another session, or later, a page says that it was done and what to do instead.
* Presses are kept for 30 days: longer than a browser brings a page back with its form.
"""

from youthvoice.record.pressing.kept import forget_old_presses
from youthvoice.record.pressing.keys import new_key, sent_key
from youthvoice.record.pressing.once import install_once

__all__ = ["forget_old_presses", "install_once", "new_key", "sent_key"]
