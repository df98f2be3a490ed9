"""The decider says yes or no, gives people more time or a stand-in, or lets silence count."""

from handlers.decisions.steps import STEP
from slackapp.ids import UserId
from slackapp.models.decision_life import DecisionVerb
from slackapp.rules.decisions import deciding
from slackapp.views.typed import Typed


def _away(typed: Typed) -> UserId | None:
    chosen = typed.chosen("away")
    return UserId(chosen) if chosen else None


STEP.answer(DecisionVerb.DECIDE, deciding.decide, why=lambda typed: typed.text("reason"))
STEP.answer(DecisionVerb.REJECT, deciding.reject, why=lambda typed: typed.text("reason"))
STEP.answer(DecisionVerb.MORE_TIME, deciding.more_time, until=lambda typed: typed.date("until"))
STEP.answer(DecisionVerb.STAND_IN, deciding.stand_in, away=_away, person=lambda typed: typed.person("stand_in"))
STEP.answer(DecisionVerb.SILENCE, deciding.let_silence_count)
