"""What people are asked about a decision: about a proposal, once and kept true (DEC-3), and at its dates."""

from collections.abc import Mapping
from typing import Any

from slackapp.language import Language
from slackapp.models.decision_life import DecisionState, DecisionVerb
from slackapp.queries import decisions
from slackapp.queries.decisions import AskedDecision, DecisionPrompt, Remark
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block
from slackapp.views.decisions import buttons
from slackapp.views.decisions.card import head, spoken_lines
from slackapp.views.decisions.facts import unheard
from slackapp.views.message import Content, MessageKind
from slackapp.views.rich import Line
from slackapp.views.templates import Templates


def prompt(shown: DecisionPrompt, _: Language) -> Content:
    """The proposal, what it asks of this person, and what they said."""
    question = _question(shown, _)
    row = [
        *buttons.answers(shown.verbs, shown.card.id, _),
        *buttons.of_decider(shown.verbs, shown.card, _),
        buttons.show(shown.card.id, _),
    ]
    text = rich.plain(*([question] if question else []), *spoken_lines(shown.card, _))
    above = [rich.block(question)] if question else []
    return Content(text, (*above, *head(shown.card, _), blocks.actions(*row)))


def remark(shown: Remark, _: Language) -> Content:
    """What has happened since, under the prompt of whom it concerns."""
    if shown.what == "objected":
        line = rich.line("{person} objects: {reason}", _, person=rich.bold(shown.person), reason=shown.reason)
    else:
        line = rich.line("The proposal was changed. If that settles your objection, press Agree or Abstain.", _)
    return Content(rich.plain(line), (rich.block(line),))


def prompts(templates: Templates) -> Mapping[str, MessageKind[Any]]:
    """What is asked at a date, by its kind: templates, so that an organisation can word them its own way."""

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


def _question(shown: DecisionPrompt, _: Language) -> Line:
    if shown.card.state is not DecisionState.PROPOSED:
        return []
    if shown.is_decider:
        return rich.line("{driver} asks you to decide this.", _, driver=rich.bold(shown.card.driver))
    if DecisionVerb.AGREE in shown.verbs:
        return rich.line("{driver} would like to know what you think of this.", _, driver=rich.bold(shown.card.driver))
    return rich.words(_("Somebody stands in for you here; you need not answer."))


def _show(shown: AskedDecision, _: Language) -> Block:
    return buttons.show(shown.card.id, _, shown.card.ref)
