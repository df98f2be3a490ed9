"""Somebody answers what they are asked: still mine, for one area or all of a message; taken over or not."""

from handlers.areas.showing import round_refreshed
from handlers.areas.steps import STEP
from slackapp.models.area_life import AreaVerb
from slackapp.rules.areas import answering
from slackapp.slack.answers import Answer
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press

STEP.answer(AreaVerb.CONFIRM, answering.confirm)
STEP.answer(AreaVerb.ACCEPT, answering.accept)
STEP.answer(AreaVerb.REFUSE, answering.refuse, why=lambda typed: typed.text("reason"))


@press("area.confirm_all")
async def confirm_all(call: Press) -> Answer:
    """Everything that one message asks; what could not be confirmed says so there."""
    await call.run(answering.confirm_all, call.number, by=call.actor)
    return await round_refreshed(call, call.number)
