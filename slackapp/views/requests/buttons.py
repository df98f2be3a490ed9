"""The buttons of a request: those that are pressed most as buttons, the rest behind a menu."""

from collections.abc import Collection, Sequence

from slackapp.language import Language
from slackapp.models.request_life import Verb
from slackapp.views import blocks
from slackapp.views.blocks import Element

BEHIND_THE_MENU = (Verb.ASK, Verb.PROPOSE, Verb.HAND_OVER, Verb.DECLINE)


def row(possible: Collection[Verb], request_id: int, _: Language) -> Sequence[Element]:
    """The receiving team's buttons, and the menu with the rest."""
    value = str(request_id)
    shown = [
        (Verb.ACCEPT, blocks.button("request.accept", _("Accept"), value, style="primary")),
        (Verb.UNBLOCK, blocks.button("request.unblock", _("Unblock"), value, style="primary")),
        (Verb.START, blocks.button("request.start", _("Start"), value, style="primary")),
        (Verb.ASSIGN, blocks.button("request.assign", _("Assign"), value)),
        (Verb.BLOCK, blocks.button("request.block", _("Blocked"), value)),
        (Verb.FINISH, blocks.button("request.finish", _("Done"), value)),
    ]
    first = [button for verb, button in shown if verb in possible]
    decline = blocks.button("request.decline", _("Decline"), value)
    is_asked = Verb.ACCEPT in possible and Verb.DECLINE in possible
    return [*first, *([decline] if is_asked else []), menu(possible, request_id, _, with_decline=not is_asked)]


def menu(possible: Collection[Verb], request_id: int, _: Language, *, with_decline: bool) -> Element:
    """What is needed less often; showing everything is always there."""
    words = {
        Verb.ASK: _("Ask the requester"),
        Verb.PROPOSE: _("Propose another date"),
        Verb.HAND_OVER: _("Hand over to another team"),
        Verb.DECLINE: _("Decline"),
    }
    chosen = [verb for verb in BEHIND_THE_MENU if verb in possible and (with_decline or verb != Verb.DECLINE)]
    options = [blocks.option(words[verb], f"{verb}:{request_id}") for verb in chosen]
    return blocks.overflow("request.more", [*options, blocks.option(_("Show everything"), f"show:{request_id}")])


def requester_row(possible: Collection[Verb], request_id: int, _: Language) -> Sequence[Element]:
    """What the requester can do."""
    value = str(request_id)
    shown = [
        (Verb.CONFIRM, blocks.button("request.confirm", _("Confirm"), value, style="primary")),
        (Verb.AGREE, blocks.button("request.agree", _("Agree"), value, style="primary")),
        (Verb.REFUSE_DATE, blocks.button("request.refuse_date", _("That date does not work"), value)),
        (Verb.ANSWER, blocks.button("request.answer", _("Answer"), value, style="primary")),
        (Verb.REOPEN, blocks.button("request.reopen", _("Reopen"), value)),
        (Verb.WITHDRAW, blocks.button("request.withdraw", _("Withdraw"), value)),
    ]
    return [button for verb, button in shown if verb in possible]


def show(request_id: int, _: Language) -> Element:
    """The way to the page with everything."""
    return blocks.button("request.show", _("Show"), str(request_id))
