"""The App Home: opened, its lists, and once more where it could not be shown."""

from slackapp.queries import home
from slackapp.slack.answers import Answer, Home, Open, Replace
from slackapp.slack.calls import Event, Press
from slackapp.slack.listeners import event, press
from slackapp.views import home as views
from slackapp.views.blocks import Block


@event("app_home_opened")
async def open_home(call: Event) -> Answer:
    """Somebody looks; the same event tells of the messages beside it."""
    return Home() if call.event.get("tab") == "home" else None


@press("home.again")
async def try_again(_: Press) -> Answer:
    """It could not be made a moment ago."""
    return Home()


@press("home.all")
async def open_list(call: Press) -> Answer:
    return Open(await _list(call))


@press("home.earlier")
@press("home.later")
async def turn_list(call: Press) -> Answer:
    return Replace(await _list(call))


async def _list(call: Press) -> Block:
    part, start = views.read(call.value)
    return views.listing(await call.read(home.part, call.actor, part, start), call.language)
