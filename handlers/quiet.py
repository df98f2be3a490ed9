"""/quiet: not to be written to for a time, and again."""

from datetime import timedelta

from slackapp.models.quiet import Back, Until
from slackapp.queries import quiet as queries
from slackapp.rules import quiet
from slackapp.slack.answers import Answer, Reply
from slackapp.slack.calls import Call, Command, Press
from slackapp.slack.listeners import command, press
from slackapp.views import quiet as views


@command("/quiet")
async def hush(call: Command) -> Answer:
    wish = views.read(call.text)
    if wish is not None:
        await call.run(quiet.grant, wish, by=call.actor)
    return await _said(call)


@press("quiet.tomorrow")
async def until_tomorrow(call: Press) -> Answer:
    await call.run(quiet.grant, Until(ahead=1), by=call.actor)
    return await _said(call, in_place=True)


@press("quiet.week")
async def for_a_week(call: Press) -> Answer:
    await call.run(quiet.grant, Until(length=timedelta(weeks=1)), by=call.actor)
    return await _said(call, in_place=True)


@press("quiet.choose")
async def choose(call: Press) -> Answer:
    """The menu in the App Home, which says itself what holds from now on."""
    await call.run(quiet.grant, views.chosen(call.value), by=call.actor)
    return None


@press("quiet.off")
async def come_back(call: Press) -> Answer:
    await call.run(quiet.grant, Back(), by=call.actor)
    return await _said(call, in_place=True) if call.origin is None else None


async def _said(call: Call, *, in_place: bool = False) -> Answer:
    return Reply(views.said(await call.read(queries.peace, call.actor), call.language), in_place=in_place)
