"""Found by every Python that a test starts, before anything else: it goes by the tests' clock."""

import os
import sys
import time


def go_by(ahead: float) -> None:
    """The clock is so many seconds ahead of the machine's."""
    sys.modules["pytest"] = None  # time_machine would read all of it, for a fixture
    sys.path.append(os.environ["TESTS_PACKAGES"])
    try:
        import time_machine
    except ImportError as wrong:
        raise SystemExit(f"The tests' clock does not reach {sys.executable}: {wrong}") from None
    finally:
        sys.path.pop()
        del sys.modules["pytest"]
    time_machine.travel(time.time() + ahead).start()
    time.time()


if "TESTS_AHEAD" in os.environ:
    go_by(float(os.environ["TESTS_AHEAD"]))
