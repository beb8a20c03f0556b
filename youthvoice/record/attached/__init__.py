"""What hangs on an answer: voice notes and pictures, which arrive in pieces.

Decisions
---------
* **A piece is an envelope of its own**, `{"kind": "piece", "whole", "at", "of", "data"}`, signed,
  sealed and receipted like any other, so that a long recording gets through a weak signal bit by
  bit. Pieces come in any order, again, or days after the answer that names them.
* **A piece is kept once, as it came, among the envelopes**; here is only where each belongs. A
  whole is there when all its pieces are and their bytes have the hash that names it.
* **A whole belongs to the reader who sent it.** Another's pieces never complete it, and naming
  another's hash shows nothing.
* **What a thing is, its bytes say.** What an answer claims of its type decides nothing; bytes that
  are none of the few types we know are given out as a file to be saved, never shown.
* **Who may see the answer may see what hangs on it**, by the same rule and no other.
"""
