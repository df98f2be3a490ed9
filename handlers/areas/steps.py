"""The steps of an area's life, and the menu that has some of them."""

from handlers.areas.showing import refreshed
from slackapp.models.area_life import AreaVerb
from slackapp.queries import areas as asked
from slackapp.rules.areas.steps import check
from slackapp.slack.answers import Answer
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press
from slackapp.slack.step_handlers import StepHandlers
from slackapp.views import action_values
from slackapp.views.areas import STEPS

STEP = StepHandlers(STEPS, check=check, card=asked.card_for, refreshed=refreshed)


@press("area.more")
async def more(call: Press) -> Answer:
    verb, area_id = action_values.pair(call.value)
    return await STEP.choose(call, action_values.word(AreaVerb, verb), action_values.number(area_id))
