"""Looking whether a message stands in its channel."""

from contextlib import aclosing

from slack_sdk.web.async_client import AsyncWebClient

from scheduler import answers
from scheduler.claim import Claim
from scheduler.outcomes import NotThere, Sent, Unread
from slackapp.slack import posting

NOT_INSTALLED = Unread("app_uninstalled", is_gate=True)


async def find(client: AsyncWebClient | None, claim: Claim) -> Sent | NotThere | Unread:
    """What the channel says about a claimed message; where we may not look, it counts as not there."""
    if client is None:
        return NOT_INSTALLED
    try:
        return await _first_copy(client, claim)
    except Exception as raised:  # noqa: BLE001 - whatever it was, the channel has not been read
        return answers.of_reading(raised)


async def _first_copy(client: AsyncWebClient, claim: Claim) -> Sent | NotThere:
    copies = posting.copies(client, claim.to, claim.key, since=claim.since, thread=claim.thread)
    async with aclosing(copies):
        async for copy in copies:
            return Sent(copy.place)
    return NotThere()
