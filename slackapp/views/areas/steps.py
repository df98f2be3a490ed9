"""The small forms of single steps: each asks for what that step needs."""

import json

from slackapp.language import Language
from slackapp.models.area_life import Verb
from slackapp.queries.areas import Card
from slackapp.views import blocks, inputs, rich
from slackapp.views.areas.facts import facts, heading
from slackapp.views.blocks import Block


def hand_over(card: Card, _: Language) -> Block:
    """Offer it to somebody."""
    to = inputs.field(
        "to",
        _("Who takes it over?"),
        inputs.person(),
        hint=_("They accept or refuse within five working days. Until then it stays as it is."),
    )
    team = inputs.field(
        "team",
        _("To another team?"),
        inputs.search("team"),
        hint=_("Empty: it stays with {team}.", team=card.team),
        optional=True,
    )
    why = inputs.field("reason", _("Why?"), inputs.text(most=3000, multiline=True), optional=True)
    return _form("area.hand_over", card, [to, team, why], _, submit=_("Offer"))


def not_mine(card: Card, _: Language) -> Block:
    """Say that somebody else must own it."""
    return _form("area.not_mine", card, [_reason(_("Why is it not yours?"), _)], _, submit=_("Not mine"))


def refuse(card: Card, _: Language) -> Block:
    """Not take it over."""
    return _form("area.refuse", card, [_reason(_("Why not?"), _)], _, submit=_("Refuse"))


def retire(card: Card, _: Language) -> Block:
    """Let nobody own it any more."""
    return _form("area.retire", card, [_reason(_("Why does nobody need to own it?"), _)], _, submit=_("Retire"))


def split(card: Card, _: Language) -> Block:
    """Make a part of it an area of its own."""
    fields = [
        inputs.field("name", _("What is the new part called?"), inputs.text(most=120)),
        inputs.field("description", _("Description"), inputs.text(most=3000, multiline=True), optional=True),
        inputs.field("owner", _("Who owns the new part?"), inputs.person(card.owner_id), optional=True),
    ]
    return _form("area.split", card, fields, _, submit=_("Split"))


def merge(card: Card, _: Language) -> Block:
    """Make it a part of another area."""
    area = inputs.field(
        "area",
        _("Of which area does it become a part?"),
        inputs.search("area"),
        hint=_("This one is retired, and the owner of the other one is asked whether it is still theirs."),
    )
    return _form("area.merge", card, [area], _, submit=_("Merge"))


def move_all(team_id: int, team: str, _: Language) -> Block:
    """Give everything of a team to another."""
    target = inputs.field(
        "team",
        _("Which team takes all areas of {team}?", team=team),
        inputs.search("team"),
        hint=_("Each owner is asked at once whether it is still theirs."),
    )
    about = json.dumps({"team": team_id})
    return blocks.modal("area.move_all", _("Move all"), [target], submit=_("Move all"), close=_("Cancel"), about=about)


def find(_: Language) -> Block:
    """Look for an area, where no command can be typed."""
    area = inputs.field("area", _("Who owns …"), inputs.search("area"))
    return blocks.modal("area.find", _("Who owns this?"), [area], submit=_("Show"), close=_("Cancel"))


FORMS = {
    Verb.OFFER: hand_over,
    Verb.DISOWN: not_mine,
    Verb.REFUSE: refuse,
    Verb.RETIRE: retire,
    Verb.SPLIT: split,
    Verb.MERGE: merge,
}
"""The steps that ask something before they are taken."""


def _reason(label: str, _: Language) -> Block:
    return inputs.field("reason", label, inputs.text(most=3000, multiline=True))


def _form(callback_id: str, card: Card, fields: list[Block], _: Language, *, submit: str) -> Block:
    head = rich.block(heading(card, _), *facts(card, _))
    about = json.dumps({"area": card.id})
    return blocks.modal(callback_id, submit, [head, *fields], submit=submit, close=_("Cancel"), about=about)
