"""A young person is heard in the conference about their safety, and reads what comes of it.

A folder here is a place where code runs. What is said is sealed on the phone (`static/phone`),
waits where nobody can read it (`mailbox`), is opened inside the council (`record`), and comes
back as a plan. To cross from one folder to another is to cross a border of trust; the borders
are the import contracts in `pyproject.toml`, and they are tests.
"""
