"""The small forms of single steps: each asks for what that step needs."""

import json

from slackapp.language import Language
from slackapp.models.decision_life import Stance, Verb
from slackapp.models.decision_texts import Wording
from slackapp.queries.decisions import Card
from slackapp.views import blocks, inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.decisions.card import heading
from slackapp.views.decisions.facts import answered, status
from slackapp.views.decisions.form import texts


def object_to(shown: Card, _: Language) -> Block:
    """Say no, with a reason."""
    why = _reason(_("Why not, and what would help?"))
    return _form("decision.object", shown, [why], _, submit=_("Object"))


def decide(shown: Card, _: Language) -> Block:
    """Say yes; over an objection with a reason."""
    objects = shown.count(Stance.OBJECT) > 0
    label = _("Somebody objects. Why is it decided all the same?") if objects else _("Anything to say with it?")
    answers = [rich.block(answered(shown, _))] if shown.heard else []
    return _form("decision.decide", shown, [*answers, _reason(label, optional=not objects)], _, submit=_("Decide"))


def reject(shown: Card, _: Language) -> Block:
    """Say no to a proposal."""
    return _form("decision.reject", shown, [_reason(_("Why not?"))], _, submit=_("Reject"))


def more_time(shown: Card, _: Language) -> Block:
    """Let people answer until a later day."""
    day = inputs.field("until", _("Until when can people answer?"), inputs.day())
    return _form("decision.more_time", shown, [day], _, submit=_("More time"))


def stand_in(shown: Card, _: Language) -> Block:
    """Ask somebody in the place of one who is away."""
    silent = [blocks.option(each.name, each.user_id) for each in shown.heard if each.stance is None][:100]
    if not silent:
        return blocks.notice(_, _("Stand-in"), _("Nobody is waited for: all who are consulted have answered."))
    fields = [
        inputs.field("away", _("Who is away?"), inputs.select(silent)),
        inputs.field("stand_in", _("Who speaks in their place?"), inputs.person()),
    ]
    return _form("decision.stand_in", shown, fields, _, submit=_("Stand-in"))


def edit(shown: Card, _: Language) -> Block:
    """Change the text of a proposal, or correct that of a decision: then the reason is asked for."""
    said = Wording(shown.title, shown.text, shown.context, shown.options)
    why = _reason(_("What changed, and why?"), optional=not shown.is_in_force)
    title = _("Correct the text") if shown.is_in_force else _("Change the text")
    return _form("decision.edit", shown, [*texts(said, _), why], _, submit=title)


def supersede(shown: Card, _: Language) -> Block:
    """Name the decision that takes its place."""
    successor = inputs.field("successor", _("Which decision holds now?"), inputs.search("decision"))
    return _form("decision.supersede", shown, [successor], _, submit=_("Superseded"))


def reverse(shown: Card, _: Language) -> Block:
    """Say that it no longer holds."""
    why = _reason(_("Why does it no longer hold, and how did it turn out?"))
    return _form("decision.reverse", shown, [why], _, submit=_("Reverse"))


def keep(shown: Card, _: Language) -> Block:
    """Answer the review: it still holds."""
    fields = [
        inputs.field("turned_out", _("How did it turn out?"), inputs.text(most=3000, multiline=True)),
        inputs.field("review", _("When is it reviewed again?"), inputs.day(), optional=True),
    ]
    return _form("decision.keep", shown, fields, _, submit=_("Keep"))


FORMS = {
    Verb.OBJECT: object_to,
    Verb.DECIDE: decide,
    Verb.REJECT: reject,
    Verb.MORE_TIME: more_time,
    Verb.STAND_IN: stand_in,
    Verb.EDIT: edit,
    Verb.CORRECT: edit,
    Verb.SUPERSEDE: supersede,
    Verb.REVERSE: reverse,
    Verb.KEEP: keep,
}
"""The steps that ask something before they are taken."""


def _reason(label: str, *, optional: bool = False) -> Block:
    return inputs.field("reason", label, inputs.text(most=3000, multiline=True), optional=optional)


def _form(callback_id: str, shown: Card, fields: list[Block], _: Language, *, submit: str) -> Block:
    head = rich.block(rich.bold(heading(shown, _)), status(shown, _))
    about = json.dumps({"decision": shown.id, "correct": shown.is_in_force})
    return blocks.modal(callback_id, submit, [head, *fields], submit=submit, close=_("Cancel"), about=about)
