"""From the sources to somebody else's machine: a wheel, an sdist, `make`."""
