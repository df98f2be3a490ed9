"""The buttons of a decision: those that are pressed most as buttons, the rest behind a menu."""

from collections.abc import Collection

from slackapp.language import Language
from slackapp.models.decision_life import Verb
from slackapp.queries.decisions import Card
from slackapp.views import blocks
from slackapp.views.blocks import Element


def show(decision_id: int, _: Language, words: str = "") -> Element:
    """The way to the page with everything."""
    return blocks.button("decision.show", words or _("Show"), str(decision_id))


def seen(decision_id: int, _: Language) -> Element:
    """A team's word that it has seen it."""
    return blocks.button("decision.seen", _("Seen"), str(decision_id), style="primary")


def answers(possible: Collection[Verb], decision_id: int, _: Language) -> list[Element]:
    """What somebody who is consulted can say."""
    value = str(decision_id)
    shown = [
        (Verb.AGREE, blocks.button("decision.agree", _("Agree"), value, style="primary")),
        (Verb.OBJECT, blocks.button("decision.object", _("Object"), value)),
        (Verb.ABSTAIN, blocks.button("decision.abstain", _("Abstain"), value)),
    ]
    return [button for verb, button in shown if verb in possible]


def decider(possible: Collection[Verb], decision_id: int, _: Language) -> list[Element]:
    """What the decider can do with a proposal."""
    value = str(decision_id)
    steps = [
        (Verb.DECIDE, blocks.button("decision.decide", _("Decide"), value, style="primary")),
        (Verb.REJECT, blocks.button("decision.reject", _("Reject"), value)),
        (Verb.MORE_TIME, blocks.button("decision.more_time", _("More time"), value)),
        (Verb.STAND_IN, blocks.button("decision.stand_in", _("Stand-in"), value)),
    ]
    return [button for verb, button in steps if verb in possible]


def of_decider(possible: Collection[Verb], shown: Card, _: Language) -> list[Element]:
    """The same of a decision that is before one; nobody stands in where nobody is consulted."""
    return decider([verb for verb in possible if shown.heard or verb is not Verb.STAND_IN], shown.id, _)


def reviewer(possible: Collection[Verb], decision_id: int, _: Language) -> list[Element]:
    """What the driver can answer at a review: keep, change or drop."""
    value = str(decision_id)
    if Verb.KEEP not in possible:
        return []
    return [
        blocks.button("decision.keep", _("Keep"), value, style="primary"),
        blocks.button("decision.change", _("Change"), value),
        blocks.button("decision.reverse", _("Drop"), value),
    ]


def menu(possible: Collection[Verb], decision_id: int, _: Language) -> Element | None:
    """What is needed less often; at most five at a time, since a proposal and a decision have different ones."""
    words = {
        Verb.EDIT: _("Change the text"),
        Verb.SILENCE: _("Let silence count as consent"),
        Verb.CORRECT: _("Correct the text"),
        Verb.CHANGE: _("Propose a successor"),
        Verb.SUPERSEDE: _("Superseded by another one"),
        Verb.REVERSE: _("Reverse"),
    }
    able = {*possible, *({Verb.CHANGE} if Verb.SUPERSEDE in possible else set())}
    options = [blocks.option(text, f"{verb}:{decision_id}") for verb, text in words.items() if verb in able]
    return blocks.overflow("decision.more", options) if options else None
