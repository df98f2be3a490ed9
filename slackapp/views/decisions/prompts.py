"""What the app asks by itself at a date: templates, so that an organisation can word them its own way."""

from collections.abc import Mapping
from typing import Any

from slackapp.language import Language
from slackapp.queries import decisions
from slackapp.queries.decisions import AskedDecision
from slackapp.views.blocks import Block
from slackapp.views.decisions import buttons
from slackapp.views.decisions.facts import unheard
from slackapp.views.message import Content, MessageKind
from slackapp.views.templates import Templates


def prompts(templates: Templates) -> Mapping[str, MessageKind[Any]]:
    """The three prompts, by their kinds."""

    def until(shown: AskedDecision, _: Language) -> Content:
        names = {"objecting": shown.objecting, "silent": shown.silent, "unheard": unheard(shown.card, _)}
        return templates.render("prompts/decision_until.jinja", _, card=shown.card, **names)

    def review(shown: AskedDecision, _: Language) -> Content:
        return templates.render("prompts/decision_review.jinja", _, card=shown.card)

    def unseen(shown: AskedDecision, _: Language) -> Content:
        return templates.render("prompts/decision_unseen.jinja", _, card=shown.card, unseen=shown.unseen)

    return {
        "decision.until": MessageKind(decisions.time_is_over, until, more=_show),
        "decision.review": MessageKind(decisions.review, review, more=_show),
        "decision.unseen": MessageKind(decisions.unseen, unseen, more=_show),
    }


def _show(shown: AskedDecision, _: Language) -> Block:
    return buttons.show(shown.card.id, _, shown.card.ref)
