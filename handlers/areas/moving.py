"""The steps of an area's life that are taken at once, at the press of a button."""

from handlers.areas.asking import open_form
from handlers.areas.showing import refreshed, round_refreshed
from slackapp.models.area_life import Verb
from slackapp.rules import areas
from slackapp.slack.answers import Answer
from slackapp.slack.calls import Press
from slackapp.slack.doors import press


@press("area.confirm")
async def confirm(call: Press) -> Answer:
    """Still mine."""
    await call.run(areas.confirm, int(call.value), by=call.actor)
    return await refreshed(call, int(call.value))


@press("area.confirm_all")
async def confirm_all(call: Press) -> Answer:
    """Everything that one message asks; what could not be confirmed says so there."""
    await call.run(areas.confirm_all, int(call.value), by=call.actor)
    return await round_refreshed(call, int(call.value))


@press("area.accept")
async def accept(call: Press) -> Answer:
    """Take over what is offered."""
    await call.run(areas.accept, int(call.value), by=call.actor)
    return await refreshed(call, int(call.value))


@press("area.take_back")
async def take_back(call: Press) -> Answer:
    """Offer it to nobody any more."""
    await call.run(areas.take_back, int(call.value), by=call.actor)
    return await refreshed(call, int(call.value))


@press("area.claim")
async def claim(call: Press) -> Answer:
    """Own what nobody owns."""
    await call.run(areas.claim, int(call.value), by=call.actor)
    return await refreshed(call, int(call.value))


@press("area.restore")
async def restore(call: Press) -> Answer:
    """Bring a retired one back."""
    await call.run(areas.restore, int(call.value), by=call.actor)
    return await refreshed(call, int(call.value))


@press("area.more")
async def more(call: Press) -> Answer:
    """The menu behind the three dots."""
    verb, _, area_id = call.value.partition(":")
    return await open_form(call, Verb(verb), int(area_id))
