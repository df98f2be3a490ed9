"""The people who are consulted answer a proposal."""

from handlers.decisions.steps import STEP
from slackapp.models.decision_life import DecisionVerb
from slackapp.rules.decisions import answering

STEP.answer(DecisionVerb.AGREE, answering.agree)
STEP.answer(DecisionVerb.OBJECT, answering.object_to, why=lambda typed: typed.text("reason"))
STEP.answer(DecisionVerb.ABSTAIN, answering.abstain)
