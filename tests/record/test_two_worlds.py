"""Promise 6: two worlds that differ only in what is private give a mother the same, byte for byte.

Two thousand pairs of worlds. In both happens what Hodan may know of, at the same hours; between
that each has things of its own, drawn at random from all that she may not know. All that ever
lies in her box is compared: how many, in which order, when, how large, and every byte.
"""

from collections.abc import Callable

from tests.record.worlds import World

Step = Callable[[World], object]
