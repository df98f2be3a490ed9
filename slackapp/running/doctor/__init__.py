"""`app.py doctor`: is everything as it must be, and what to do about what is not. Only a heartbeat is written."""

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from slackapp.clock import Clock
from slackapp.config import ConnectedSettings
from slackapp.ids import ChannelId
from slackapp.running.doctor import outbox, slack
from slackapp.running.doctor.finding import Finding
from slackapp.running.words import open_doors

PATIENCE = aiohttp.ClientTimeout(total=10, sock_connect=3)


async def examine(settings: ConnectedSettings, clock: Clock, *, probe: ChannelId | None = None) -> list[Finding]:
    """Everything that was looked at, in the order in which it is put right. With `probe` also that channel's history.

    Works beside a running app, on SQLite too: the database is read, and one heartbeat is written.
    """
    open_doors()
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        client = _client(settings, session)
        found = [*await slack.tokens(client, settings), *outbox.examined(settings.database_url, clock)]
        return [*found, await slack.history(client, probe)] if probe else found


def _client(settings: ConnectedSettings, session: aiohttp.ClientSession) -> AsyncWebClient:
    token = settings.slack_bot_token.get_secret_value() if settings.slack_bot_token else None
    return AsyncWebClient(token=token, base_url=settings.slack_api_url, session=session, retry_handlers=[])


__all__ = ["Finding", "examine"]
