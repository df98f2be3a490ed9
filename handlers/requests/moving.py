"""The steps of a request's life that are taken at once, at the press of a button."""

from handlers.requests.asking import open_form
from handlers.requests.showing import open_page, refreshed
from slackapp.ids import UserId
from slackapp.models.request_life import Verb
from slackapp.queries import requests as asked
from slackapp.rules import requests
from slackapp.slack.answers import Answer
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press
from slackapp.views import values


@press("request.start")
async def start(call: Press) -> Answer:
    """Begin with it."""
    await call.run(requests.start, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("request.unblock")
async def unblock(call: Press) -> Answer:
    """Nothing is in the way any more."""
    await call.run(requests.unblock, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("request.finish")
async def finish(call: Press) -> Answer:
    """It is done."""
    await call.run(requests.finish, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("request.confirm")
async def confirm(call: Press) -> Answer:
    """The requester has what was asked for."""
    await call.run(requests.confirm, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("request.agree")
async def agree(call: Press) -> Answer:
    """The requester takes the proposed date."""
    await call.run(requests.agree, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("request.refuse_date")
async def refuse_date(call: Press) -> Answer:
    """The requester cannot do with the proposed date."""
    await call.run(requests.refuse_date, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("request.let_out")
async def let_out(call: Press) -> Answer:
    """Somebody who was let in sees it no more."""
    number, guest = values.pair(call.value)
    request_id = values.number(number)
    await call.run(requests.let_out, request_id, by=call.actor, guest=UserId(guest))
    return await refreshed(call, request_id)


@press("request.more")
async def more(call: Press) -> Answer:
    """The menu behind the three dots: the page, or the form of a step."""
    choice, number = values.pair(call.value)
    request_id = values.number(number)
    if choice == "show":
        return await open_page(call, await call.read(asked.page, call.actor, request_id=request_id))
    return await open_form(call, values.word(Verb, choice), request_id)
