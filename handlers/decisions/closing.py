"""How a decision ends: another takes its place, or it no longer holds."""

from handlers.decisions.steps import STEP, propose_successor
from slackapp.models.decision_life import DecisionVerb
from slackapp.rules.decisions import closing
from slackapp.slack.answers import Answer
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press

STEP.answer(DecisionVerb.SUPERSEDE, closing.supersede, successor_id=lambda typed: typed.number("successor"))
STEP.answer(DecisionVerb.REVERSE, closing.reverse, why=lambda typed: typed.text("reason"))


@press("decision.change")
async def change(call: Press) -> Answer:
    """At a review: propose a successor, beginning with the present text."""
    return await propose_successor(call, call.number)
