"""A check-in is handed over and deleted."""

import json

from slackapp.language import Language
from slackapp.views import blocks, inputs
from slackapp.views.blocks import Block


def hand_over(checkin_id: int, name: str, _: Language) -> Block:
    owner = inputs.field("owner", _("Who owns it from now on?"), inputs.person())
    return blocks.modal(
        "checkin.hand_over",
        _("Hand over"),
        [blocks.context(name), owner],
        submit=_("Hand over"),
        close=_("Cancel"),
        about=json.dumps({"checkin": checkin_id}),
    )


def deleted(_: Language) -> Block:
    return blocks.notice(_, _("Deleted"), _("This check-in is deleted, with all its answers."))
