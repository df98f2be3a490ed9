"""`app.py doctor`: is everything as it must be, and what to do about what is not. Only a heartbeat is written."""

from runtime.doctor import outbox, slack
from runtime.doctor.finding import Finding
from runtime.registry import open_doors
from slackapp.clock import Clock
from slackapp.config import ConnectedSettings
from slackapp.ids import ChannelId
from slackapp.slack.client import connected


async def examine(settings: ConnectedSettings, clock: Clock, *, probe: ChannelId | None = None) -> list[Finding]:
    """Everything that was looked at, in the order in which it is put right. With `probe` also that channel's history.

    Works beside a running app, on SQLite too: the database is read, and one heartbeat is written.
    """
    open_doors()
    async with connected(settings) as client:
        found = [*await slack.tokens(client, settings), *outbox.examined(settings.database_url, clock)]
        return [*found, await slack.history(client, probe)] if probe else found
