"""A decision in force: teams have seen it, and on its review date somebody says whether it still holds."""

from handlers.decisions.steps import STEP
from slackapp.models.decision_life import DecisionVerb
from slackapp.rules.decisions import reviewing

STEP.answer(DecisionVerb.SEEN, reviewing.see)
STEP.answer(
    DecisionVerb.KEEP,
    reviewing.keep,
    turned_out=lambda typed: typed.text("turned_out"),
    review_on=lambda typed: typed.date("review"),
)
