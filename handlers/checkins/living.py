"""The steps in a check-in's life that are taken at once."""

from handlers.checkins.showing import refreshed
from slackapp.rules import checkins
from slackapp.slack.answers import Answer, Replace
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press
from slackapp.views.checkins import page


@press("checkin.pause")
async def pause(call: Press) -> Answer:
    """Ask nobody for now."""
    await call.run(checkins.pause, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("checkin.resume")
async def resume(call: Press) -> Answer:
    """Ask again."""
    await call.run(checkins.resume, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("checkin.take_over")
async def take_over(call: Press) -> Answer:
    """Become the owner in the place of one who has left."""
    await call.run(checkins.take_over, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("checkin.delete")
async def delete(call: Press) -> Answer:
    """Let it be for good; Slack has asked whether they are sure."""
    await call.run(checkins.delete, call.number, by=call.actor)
    return Replace(page.deleted(call.language))
