"""The owner answers: still mine, for one area or for all that a message asks about."""

from handlers.areas.showing import round_refreshed
from handlers.areas.steps import STEP
from slackapp.models.area_life import Verb
from slackapp.rules.areas import answering
from slackapp.slack.answers import Answer
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press

STEP.answer(Verb.CONFIRM, answering.confirm)


@press("area.confirm_all")
async def confirm_all(call: Press) -> Answer:
    """Everything that one message asks; what could not be confirmed says so there."""
    await call.run(answering.confirm_all, call.number, by=call.actor)
    return await round_refreshed(call, call.number)
