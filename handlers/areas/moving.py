"""The steps of an area's life that are taken at once, at the press of a button."""

from handlers.areas.asking import open_form
from handlers.areas.showing import refreshed, round_refreshed
from slackapp.models.area_life import Verb
from slackapp.rules import areas
from slackapp.slack.answers import Answer
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press
from slackapp.views import values


@press("area.confirm")
async def confirm(call: Press) -> Answer:
    """Still mine."""
    await call.run(areas.confirm, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("area.confirm_all")
async def confirm_all(call: Press) -> Answer:
    """Everything that one message asks; what could not be confirmed says so there."""
    await call.run(areas.confirm_all, call.number, by=call.actor)
    return await round_refreshed(call, call.number)


@press("area.accept")
async def accept(call: Press) -> Answer:
    """Take over what is offered."""
    await call.run(areas.accept, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("area.take_back")
async def take_back(call: Press) -> Answer:
    """Offer it to nobody any more."""
    await call.run(areas.take_back, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("area.claim")
async def claim(call: Press) -> Answer:
    """Own what nobody owns."""
    await call.run(areas.claim, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("area.restore")
async def restore(call: Press) -> Answer:
    """Bring a retired one back."""
    await call.run(areas.restore, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("area.more")
async def more(call: Press) -> Answer:
    """The menu behind the three dots."""
    verb, area_id = values.pair(call.value)
    return await open_form(call, values.word(Verb, verb), values.number(area_id))
