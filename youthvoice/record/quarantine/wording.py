"""Why an alarm was raised, and what to do, in words for somebody who is no engineer."""

from youthvoice.record.language import _
from youthvoice.record.unusable import PREFIX as FROM_PHONES


def reason(code: str) -> str:
    """What happened. Nothing that arrived is ever thrown away."""
    if code.startswith(FROM_PHONES):
        return _("A phone could not use something that we sent to it.")
    if code in BROKEN:
        return _(
            "Something arrived that is not a whole message. It may have been damaged on the way."
        )
    return {
        "read_soon": _("Somebody asked that what they sent is read soon."),
        "duty_not_told": _("The duty team could not be told by e-mail."),
        "bad_signature": _("A message was not signed by the phone that it says it comes from."),
        "does_not_open": _("A message could not be opened with our keys."),
        "unknown_key": _("A message was sealed for a key that we do not have."),
        "unknown_box": _("A message came through a mailbox that we did not give to anybody."),
        "revoked_box": _("A message came from a phone whose invitation was taken back."),
        "different_bytes": _("Two different messages came under the same number. Both are kept."),
        "unknown_version": _("A message is of a newer kind than this software knows."),
        "unknown_suite": _("A message is of a newer kind than this software knows."),
        "too_many_unopened": _(
            "So much arrived that does not open that no more of it is kept here."
        ),
        "too_much": _("A message holds more than any phone of ours would send. It is kept whole."),
        "too_large": _("A message is larger than any phone of ours would send."),
        "bad_proof": _("A phone used an invitation without knowing its words. It was not let in."),
        "bad_device": _(
            "A phone used an invitation with keys that do not work. It was not let in."
        ),
        "wrong_box": _("An invitation was used with a mailbox that does not belong to it."),
        "unknown_invitation": _("Somebody used an invitation that we did not make."),
        "invitation_since": _(
            "Somebody uses an invitation that was made after the backup."
            " This record does not know whose it is."
        ),
        "record_restored": _(
            "This record was put back to an earlier moment. What was done here since is lost."
        ),
        "mailbox_restored": _("The mailbox was put back to an earlier moment."),
        "both_restored": _(
            "Record and mailbox were both put back."
            " Nobody knows which invitations were taken back since."
        ),
        "claimed_twice": _(
            "Two phones say that they used the same invitation. Only the first was let in."
        ),
        "unknown_kind": _("A message was opened, but this software does not know what it is for."),
        "not_for_this_reader": _(
            "A message was opened, but this person was not asked for such a thing."
        ),
        "odd_unusable": _(
            "A phone says that it could not use something, and we do not know what it means."
        ),
        "odd_piece": _("A part of a recording or picture arrived that does not fit its place."),
        "odd_reading": _("Somebody says that they have read something that we did not give them."),
        "broken_whole": _("All parts of a recording or picture are here, but do not fit together."),
    }.get(code, _("Something arrived that this software could not handle."))


def advice(code: str) -> str:
    """What to do about it."""
    if code in RESTORED:
        return {
            "invitation_since": _(
                "Find out who was invited after the backup, and make each of them a new invitation."
                " What they sent waits, and is on their phone."
            ),
            "record_restored": _(
                "Check every case: the meeting, who was added, what was published, shared,"
                " withdrawn, decided or marked. What people sent in the last 14 days comes again"
                " by itself. Advocates read nothing until the young person’s phone was heard."
            ),
            "mailbox_restored": _(
                "Nothing is to be done: everything was told to it again. A phone made safer since"
                " may not open any more; make its owner a new invitation."
            ),
        }.get(
            code,
            _(
                "Invitations that nobody had used are taken back: make new ones."
                " For each phone in use, say under “People” that it is still right, or take it"
                " back. Until then it can send, and gets nothing."
            ),
        )
    if code.startswith(FROM_PHONES):
        return _(
            "Ask the person what they see, and tell them what they missed."
            " Tell whoever looks after this software."
        )
    if code in CLAIMS:
        return _(
            "Ask the person whether their phone works."
            " If in doubt, take the invitation back and make a new one."
        )
    return {
        "read_soon": _(
            "Read it now. If you cannot, ask the duty team to. It stands first in the list."
        ),
        "duty_not_told": _(
            "Tell the duty team yourself. Tell whoever looks after this software;"
            " it is tried again and again."
        ),
        "too_much": _(
            "Read it below: none of it stands among what was said. Ask the person about it,"
            " and whether somebody else has their phone."
        ),
        "too_many_unopened": _(
            "What does open is still taken in. Ask the person whether their phone works,"
            " and tell whoever looks after this software."
        ),
        "unknown_box": _("It is not kept here. Tell whoever looks after this software."),
    }.get(
        code,
        _(
            "The message is kept. Ask the person to send it again,"
            " and tell whoever looks after this software."
        ),
    )


BROKEN = ("not_an_envelope", "wrong_size", "wrong_padding", "not_canonical")
RESTORED = ("invitation_since", "record_restored", "mailbox_restored", "both_restored")
CLAIMS = ("bad_proof", "bad_device", "wrong_box", "unknown_invitation", "claimed_twice")
