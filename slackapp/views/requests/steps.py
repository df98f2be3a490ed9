"""The small forms of single steps: each asks for what that step needs."""

import json
from datetime import date

from slackapp.language import Language
from slackapp.models.request_life import Verb
from slackapp.queries.requests import Card
from slackapp.views import blocks, inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.requests.card import heading
from slackapp.views.requests.facts import status


def accept(shown: Card, _: Language) -> Block:
    """Take it on, with a date."""
    promised = inputs.field(
        "promised",
        _("When will it be done?"),
        inputs.day(_not_before_today(shown)),
        hint=_("You become the owner, and this is the date that the requester is told."),
    )
    return _form("request.accept", shown, [promised], _, submit=_("Accept"))


def assign(shown: Card, _: Language) -> Block:
    """Make a colleague the owner."""
    owner = inputs.field("owner", _("Who will own it?"), inputs.person())
    promised = inputs.field(
        "promised", _("When will it be done?"), inputs.day(shown.promised or _not_before_today(shown))
    )
    return _form("request.assign", shown, [owner, promised], _, submit=_("Assign"))


def decline(shown: Card, _: Language) -> Block:
    """Say no."""
    return _form("request.decline", shown, [_reason(_("Why not?"))], _, submit=_("Decline"))


def propose(shown: Card, _: Language) -> Block:
    """Offer another date."""
    day = inputs.field("proposed", _("Which date would work?"), inputs.day())
    why = inputs.field("reason", _("Why?"), inputs.text(most=3000, multiline=True), optional=True)
    return _form("request.propose", shown, [day, why], _, submit=_("Another date"))


def block(shown: Card, _: Language) -> Block:
    """Say what is in the way."""
    what = _reason(_("What is in the way?"), "what")
    team = inputs.field(
        "team",
        _("Which team can lift it?"),
        inputs.search("team"),
        hint=_("A private request is not shown to that team.")
        if shown.is_private
        else _("That team sees it in its channel."),
        optional=True,
    )
    return _form("request.block", shown, [what, team], _, submit=_("Blocked"))


def ask(shown: Card, _: Language) -> Block:
    """Ask the requester something."""
    question = _reason(_("What do you need to know?"), "question")
    return _form("request.ask", shown, [question], _, submit=_("Ask the requester"))


def answer(shown: Card, _: Language) -> Block:
    """Answer what the team asked."""
    asked = [rich.quote(shown.question)] if shown.question else []
    return _form("request.answer", shown, [*asked, _reason(_("Your answer"), "answer")], _, submit=_("Answer"))


def hand_over(shown: Card, _: Language) -> Block:
    """Give it to another team."""
    team = inputs.field("team", _("Which team takes it?"), inputs.search("team"))
    return _form("request.hand_over", shown, [team, _reason(_("Why that team?"))], _, submit=_("Hand over"))


def reopen(shown: Card, _: Language) -> Block:
    """Say what is still missing."""
    return _form("request.reopen", shown, [_reason(_("What is missing?"))], _, submit=_("Reopen"))


def withdraw(shown: Card, _: Language) -> Block:
    """Say that it is not needed any more."""
    why = inputs.field("reason", _("Why?"), inputs.text(most=3000, multiline=True), optional=True)
    return _form("request.withdraw", shown, [why], _, submit=_("Withdraw"))


def let_in(shown: Card, _: Language) -> Block:
    """Show a private request to one more person."""
    guest = inputs.field("guest", _("Who may see it?"), inputs.person())
    return _form("request.let_in", shown, [guest], _, submit=_("Let someone in"))


FORMS = {
    Verb.ACCEPT: accept,
    Verb.ASSIGN: assign,
    Verb.DECLINE: decline,
    Verb.PROPOSE: propose,
    Verb.BLOCK: block,
    Verb.ASK: ask,
    Verb.ANSWER: answer,
    Verb.HAND_OVER: hand_over,
    Verb.REOPEN: reopen,
    Verb.WITHDRAW: withdraw,
    Verb.LET_IN: let_in,
}
"""The steps that ask something before they are taken."""


def _reason(label: str, name: str = "reason") -> Block:
    return inputs.field(name, label, inputs.text(most=3000, multiline=True))


def _form(callback_id: str, shown: Card, fields: list[Block], _: Language, *, submit: str) -> Block:
    head = rich.block(rich.bold(heading(shown, _)), status(shown, _))
    about = json.dumps({"request": shown.id})
    return blocks.modal(callback_id, submit, [head, *fields], submit=submit, close=_("Cancel"), about=about)


def _not_before_today(shown: Card) -> date:
    return max(shown.needed_by, shown.at.date())
