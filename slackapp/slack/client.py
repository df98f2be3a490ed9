"""Slack's own client: opened once, with one session for all calls."""

import asyncio
import copy
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from slackapp.config import ConnectedSettings

Client = AsyncWebClient
"""By this name the other rooms hand it on; only this package calls its methods."""

TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=3)
"""For a call whose caller has no shorter one."""
PATIENCE_SECONDS = 10  # Slack answers within one, or hardly ever does


@asynccontextmanager
async def connected(settings: ConnectedSettings) -> AsyncIterator[Client]:
    """A client for the token of the settings, until the block ends."""
    token = settings.slack_bot_token
    # One session for all calls: a new one each time would shake hands with Slack anew while a person waits.
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        yield AsyncWebClient(
            token=token.get_secret_value() if token else None,
            base_url=settings.slack_api_url,
            session=session,
            # A repeated write is a second message: who reads adds what is safe to repeat.
            retry_handlers=[],
        )


def without_retries(client: Client) -> Client:
    """The same client without the SDK's own repeat of a dropped call, which posted twice when measured."""
    careful = copy.copy(client)
    careful.retry_handlers = []
    return careful


async def patiently(call: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    """The answer to a call; after ten seconds a TimeoutError."""
    # The client's own timeout does not hold for a session that is shared.
    async with asyncio.timeout(PATIENCE_SECONDS):
        return await call
