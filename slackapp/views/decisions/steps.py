"""The steps of a decision's life, in the order in which their buttons stand."""

from slackapp.language import Language
from slackapp.models.decision_life import DecisionVerb
from slackapp.queries.decisions import DecisionCard, DecisionEntry
from slackapp.views import rich
from slackapp.views.blocks import Block
from slackapp.views.decisions import answering, closing, deciding, reviewing, rewriting, submitting
from slackapp.views.decisions.facts import heading, status
from slackapp.views.steps import Steps


def _head(shown: DecisionCard, _: Language) -> Block:
    return rich.block(rich.bold(heading(shown, _)), status(shown, _))


STEPS: Steps[DecisionVerb, DecisionCard, DecisionEntry] = Steps(
    "decision",
    (submitting.STEPS, answering.STEPS, rewriting.STEPS, deciding.STEPS, closing.STEPS, reviewing.STEPS),
    head=_head,
    about=lambda shown: {"decision": shown.id, "correct": shown.is_in_force},
)
