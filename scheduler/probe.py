"""Trying how soon a posted message can be found again, with a message that is taken away at once."""

import asyncio
from datetime import timedelta
from secrets import token_hex
from time import monotonic

from slack_sdk.web.async_client import AsyncWebClient

from slackapp.clock import SystemClock
from slackapp.ids import ChannelId
from slackapp.slack import posting
from slackapp.slack.posting import Search
from slackapp.views.message import Content

PATIENCE_SECONDS = 60
EVERY_SECONDS = 0.5
BEFORE = timedelta(minutes=2)
WORDS = Content("Afspraak tries how soon a message can be found. This one is taken away at once.")


async def visible_after(client: AsyncWebClient, channel: ChannelId) -> timedelta | None:
    """How long it took; None where it was not found within a minute. Raises what Slack's client raises."""
    key, since = token_hex(16), SystemClock().now() - BEFORE
    place = await posting.post(client, channel, WORDS, key=key)
    try:
        return await _found_after(client, Search(place.channel, key, since))
    finally:
        await posting.remove(client, place)


async def _found_after(client: AsyncWebClient, search: Search) -> timedelta | None:
    began = monotonic()
    while monotonic() - began < PATIENCE_SECONDS:
        if (await posting.page(client, search, None)).copies:
            return timedelta(seconds=monotonic() - began)
        await asyncio.sleep(EVERY_SECONDS)
    return None
