"""The buttons of a decision: those that are pressed most as buttons, the rest behind a menu."""

from collections.abc import Collection

from slackapp.language import Language
from slackapp.models.decision_life import DecisionVerb
from slackapp.queries.decisions import DecisionCard
from slackapp.views import blocks
from slackapp.views.blocks import Element
from slackapp.views.decisions.steps import STEPS
from slackapp.views.steps import ButtonPlace


def show(decision_id: int, _: Language, words: str = "") -> Element:
    return blocks.button("decision.show", words or _("Show"), str(decision_id))


def seen(decision_id: int, _: Language) -> Element:
    return STEPS.as_button(DecisionVerb.SEEN, decision_id, _)


def answers(possible: Collection[DecisionVerb], decision_id: int, _: Language) -> list[Element]:
    return STEPS.row(ButtonPlace.ROW, possible, decision_id, _)


def decider(possible: Collection[DecisionVerb], decision_id: int, _: Language) -> list[Element]:
    return STEPS.row(ButtonPlace.OWN, possible, decision_id, _)


def of_decider(possible: Collection[DecisionVerb], shown: DecisionCard, _: Language) -> list[Element]:
    """The same of a decision that is before one; nobody stands in where nobody is consulted."""
    return decider([verb for verb in possible if shown.heard or verb is not DecisionVerb.STAND_IN], shown.id, _)


def reviewer(possible: Collection[DecisionVerb], decision_id: int, _: Language) -> list[Element]:
    """What the driver can answer at a review: keep, change or drop."""
    if DecisionVerb.KEEP not in possible:
        return []
    return [
        STEPS.as_button(DecisionVerb.KEEP, decision_id, _),
        STEPS.as_button(DecisionVerb.CHANGE, decision_id, _, _("Change")),
        STEPS.as_button(DecisionVerb.REVERSE, decision_id, _, _("Drop")),
    ]


def menu(possible: Collection[DecisionVerb], decision_id: int, _: Language) -> Element | None:
    """What is needed less often; at most five at a time, since a proposal and a decision have different ones."""
    able = {*possible, *({DecisionVerb.CHANGE} if DecisionVerb.SUPERSEDE in possible else set())}
    options = STEPS.options(able, decision_id, _)
    return blocks.overflow("decision.more", options) if options else None
