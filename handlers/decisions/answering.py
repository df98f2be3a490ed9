"""The people who are consulted answer a proposal."""

from handlers.decisions.steps import STEP
from slackapp.models.decision_life import Verb
from slackapp.rules.decisions import answering

STEP.answer(Verb.AGREE, answering.agree)
STEP.answer(Verb.OBJECT, answering.object_to, why=lambda typed: typed.text("reason"))
STEP.answer(Verb.ABSTAIN, answering.abstain)
