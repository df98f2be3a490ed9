"""Somebody is let in to a private request, and out again."""

from handlers.requests.showing import refreshed
from handlers.requests.steps import STEP
from slackapp.ids import UserId
from slackapp.models.request_life import RequestVerb
from slackapp.rules.requests import sharing
from slackapp.slack.answers import Answer
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press
from slackapp.views import action_values

STEP.answer(RequestVerb.LET_IN, sharing.let_in, guest=lambda typed: typed.person("guest"))


@press("request.let_out")
async def let_out(call: Press) -> Answer:
    number, guest = action_values.pair(call.value)
    request_id = action_values.number(number)
    await call.run(sharing.let_out, request_id, by=call.actor, guest=UserId(guest))
    return await refreshed(call, request_id)
