"""The text of a proposal is changed, or that of a decision corrected."""

from handlers.decisions.showing import refreshed
from slackapp.rules.decisions import rewriting
from slackapp.slack.answers import Answer
from slackapp.slack.calls import Submission
from slackapp.slack.listeners import submission
from slackapp.views import decisions as views


@submission("decision.edit")
async def rewrite(call: Submission) -> Answer:
    decision_id, said, why = int(call.about["decision"]), views.wording(call.typed), call.typed.text("reason")
    rule = rewriting.correct if call.about["correct"] else rewriting.edit
    await call.run(rule, decision_id, said, by=call.actor, why=why)
    return await refreshed(call, decision_id)
