"""Somebody asked that their words are read soon: the duty team is told, by e-mail.

* The e-mail names nobody and holds no words: it says that there is something, and where to look.
* It is owed in the transaction in which the words are opened and tried in every round until a
  server has taken it; a round in which none does raises an alarm.
* Where no address is set nobody is told by e-mail. The words stand above all others inside, with
  an alarm, either way.
"""

from youthvoice.record.duty.notices import owe_notice, tell_duty

__all__ = ["owe_notice", "tell_duty"]
