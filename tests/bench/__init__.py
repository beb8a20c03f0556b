"""`make bench`: how fast the phone side is, beside a page made by hand. Nothing is asserted.

What is measured, throttled alike (a processor 6 times slower; slow 4G as Chromium has it: 180 kB/s
and 562 ms a round trip), ours and the other in turn, medians of all turns:

* **A first visit** until the check number of an invitation can be typed. Ours is one document, one
  style and one script that hold the whole app; `handmade.html` has the same two boxes, in one file.
* **A tap**: from Skip until the next question is painted.
* **An opened app with no signal** until the first question can be answered, with every tap on the
  way done at once. It opens what is sealed first. The other page cannot do without signal at all;
  it is measured with it, from its own server.

A first visit costs ours one more round trip than a single file, because style and script are files
of their own, which no other visit pays again: the aim is 1.15 times. A ratio is a fact about
this machine on that day. What must hold of bytes and requests, `tests/phone/test_pages.py` holds.
"""
