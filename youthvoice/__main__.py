"""`python -m youthvoice` is `youthvoice`."""

from youthvoice.commands import main

main()
