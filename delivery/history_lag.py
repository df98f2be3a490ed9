"""Trying how soon a posted message can be found again, with a message that is taken away at once."""

import asyncio
from datetime import timedelta
from secrets import token_hex
from time import monotonic

from slackapp.clock import SystemClock
from slackapp.ids import ChannelId
from slackapp.slack import history, posting
from slackapp.slack.client import Client
from slackapp.slack.history import HistoryPage, HistorySearch
from slackapp.slack.outcomes import Hidden, NotThere, Posted, Sent, Throttled, Unread
from slackapp.views.message import Content

PATIENCE_SECONDS = 60
EVERY_SECONDS = 0.5  # finer than what is told, and no hurry for Slack
BEFORE = timedelta(minutes=2)  # Slack's clock may be behind ours
WORDS = Content("Afspraak tries how soon a message can be found. This one is taken away at once.")


class NotTried(Exception):
    """It cannot be tried there; the message is Slack's word for why."""


async def visible_after(client: Client, channel: ChannelId) -> timedelta | None:
    """How long it took; None where it was not found within a minute. Raises NotTried."""
    key, since = token_hex(16), SystemClock().now() - BEFORE
    posted = await posting.post(client, channel, WORDS, key=key)
    if not isinstance(posted, Sent):
        raise NotTried(_why(posted))
    try:
        return await _found_after(client, HistorySearch(posted.place.channel, key, since))
    finally:
        await posting.remove(client, posted.place)


async def _found_after(client: Client, search: HistorySearch) -> timedelta | None:
    began = monotonic()
    while monotonic() - began < PATIENCE_SECONDS:
        async for page in history.pages(client, search):
            if not isinstance(page, HistoryPage):
                raise NotTried(_why(page))
            if page.copies:
                return timedelta(seconds=monotonic() - began)
        await asyncio.sleep(EVERY_SECONDS)
    return None


def _why(outcome: Posted | NotThere | Hidden | Unread) -> str:
    match outcome:
        case Sent() | NotThere():
            return "channel_not_found"
        case Throttled():
            return "ratelimited"
        case _:
            return outcome.why
