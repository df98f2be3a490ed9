"""The steps of a request's life, and the menu that has some of them."""

from handlers.requests.showing import open_page, refreshed
from slackapp.models.request_life import RequestVerb
from slackapp.queries import requests as asked
from slackapp.rules.requests.steps import check
from slackapp.slack.answers import Answer
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press
from slackapp.slack.step_handlers import StepHandlers
from slackapp.views import action_values
from slackapp.views.requests import STEPS

STEP = StepHandlers(STEPS, check=check, card=asked.card_for, refreshed=refreshed)


@press("request.more")
async def more(call: Press) -> Answer:
    """The menu behind the three dots: the page, or the form of a step."""
    choice, number = action_values.pair(call.value)
    request_id = action_values.number(number)
    if choice == "show":
        return await open_page(call, await call.read(asked.page, call.actor, request_id=request_id))
    return await STEP.choose(call, action_values.word(RequestVerb, choice), request_id)
