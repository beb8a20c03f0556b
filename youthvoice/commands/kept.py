"""What each half keeps on this machine, by the settings that name it."""

import os
from collections.abc import Mapping
from dataclasses import fields

from youthvoice import settings
from youthvoice.backup import Part
from youthvoice.settings import MailboxFiles, RecordFiles

ENDS = (".pem", ".public", ".json")
"""Of the files in a folder of keys."""

Files = RecordFiles | MailboxFiles
KINDS: dict[str, type[RecordFiles] | type[MailboxFiles]] = {
    "mailbox": MailboxFiles,
    "record": RecordFiles,
}
"""The halves, in the order in which they are backed up: what the record has confirmed meanwhile is
then in both copies, and in the other order it would be in neither."""


def named(environ: Mapping[str, str] = os.environ) -> dict[str, Files]:
    """The halves whose database the settings name, each with its files. Raises `SettingError`."""
    return {
        half: settings.load(kind, environ)
        for half, kind in KINDS.items()
        if settings.is_set(fields(kind)[0].name, environ)
    }


def part_of(files: Files) -> Part:
    """What is copied: the database, and of a record every key. The escrow key is not there.

    The mailbox has a copy of a public key beside its database, which the record's keys hold too.
    """
    if isinstance(files, MailboxFiles):
        return Part("mailbox", files.mailbox_database, {})
    there = sorted(files.keys.glob("*")) if files.keys.is_dir() else []
    keys = {file.name: file for file in there if file.suffix in ENDS}
    return Part("record", files.record_database, keys)
