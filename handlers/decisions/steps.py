"""The steps of a decision's life, and the menu that has some of them."""

from uuid import uuid4

from handlers.decisions.showing import refreshed
from slackapp.models.decision_life import DecisionVerb
from slackapp.models.decision_texts import Wording
from slackapp.queries import decisions as asked
from slackapp.queries.decisions import DecisionLink
from slackapp.rules.decisions.steps import check
from slackapp.rules.decisions.submitting import allow
from slackapp.slack.answers import Answer, Open
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press
from slackapp.slack.step_handlers import StepHandlers
from slackapp.views import action_values
from slackapp.views import decisions as views

STEP = StepHandlers(views.STEPS, check=check, card=asked.card_for, refreshed=refreshed)


@press("decision.more")
async def more(call: Press) -> Answer:
    choice, number = action_values.pair(call.value)
    decision_id, verb = action_values.number(number), action_values.word(DecisionVerb, choice)
    return await (
        propose_successor(call, decision_id) if verb is DecisionVerb.CHANGE else STEP.choose(call, verb, decision_id)
    )


async def propose_successor(call: Press, decision_id: int) -> Answer:
    await call.read(allow, by=call.actor)
    card = await call.read(asked.card_for, call.actor, decision_id)
    blank = views.DecisionBlank(
        draft=uuid4().hex,
        driver_id=call.actor.user_id,
        texts=Wording(card.title, card.text, card.context, card.options),
        channels=card.channels,
        teams=[(team.id, team.name) for team in card.teams],
        replaces=DecisionLink(card.id, card.number, card.title, card.state),
    )
    return Open(views.form(blank, call.language))
