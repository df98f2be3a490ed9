"""Learning at start in which workspace the app is installed, and as whom."""

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from scheduler import gates
from slackapp.config import Settings
from slackapp.database import Database
from slackapp.ids import SlackTeamId, UserId
from slackapp.rules import workspaces
from slackapp.running.cannot import CannotStart
from slackapp.slack import fields, refusals
from slackapp.slack.installations import Installation

FOR_A_WHILE = refusals.TROUBLES | refusals.RATE | {"team_added_to_org"}
"""What Slack says that is not about the token."""


async def install(settings: Settings, database: Database, client: AsyncWebClient) -> Installation:
    """The workspace of this token, known to the database from now on.

    Raises CannotStart when Slack refuses the token, Away when it cannot be asked.
    """
    who = await _who(client)
    workspace_id = await database.run(
        workspaces.install,
        SlackTeamId(who["team_id"]),
        name=fields.text(who.get("team")) or who["team_id"],
        url=fields.text(who.get("url")),
        bot_user_id=UserId(who["user_id"]),
        locale=settings.afspraak_default_locale,
        tz=settings.afspraak_default_tz,
    )
    # A token that works opens what an earlier, revoked one had shut.
    await database.run(gates.lift, workspace_id)
    return Installation(
        workspace_id, SlackTeamId(who["team_id"]), UserId(who["user_id"]), who.get("bot_id") or "", client
    )


async def check_app_token(client: AsyncWebClient, app_token: str) -> None:
    """Whether a socket can be opened with this token: the SDK would try a wrong one for ever.

    Raises CannotStart when Slack refuses it, Away when it cannot be asked.
    """
    with _explained(client, "SLACK_APP_TOKEN", "an app-level token with connections:write from 'Basic Information'"):
        await client.apps_connections_open(app_token=app_token)


async def _who(client: AsyncWebClient) -> AsyncSlackResponse:
    with _explained(client, "SLACK_BOT_TOKEN", "the bot token from 'OAuth & Permissions', once the app is installed"):
        return await client.auth_test()


class Away(Exception):
    """Slack could not be asked now; the message is a sentence for the operator, `retry_after` seconds if it says so."""

    def __init__(self, sentence: str, retry_after: float | None = None) -> None:
        """Keep both."""
        super().__init__(sentence)
        self.retry_after = retry_after


@contextmanager
def _explained(client: AsyncWebClient, variable: str, wanted: str) -> Iterator[None]:
    """Only Slack's own word against the token ends the app; all else is a Slack that is away for a while."""
    try:
        yield
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as failure:
        error = refusals.code(failure)
        if error and error not in FOR_A_WHILE:
            raise CannotStart(f"Slack does not take {variable} ({error}): set {wanted}.") from failure
        why = f"Slack cannot be reached at {client.base_url} ({error or refusals.said(failure)})."
        raise Away(why, refusals.retry_after(failure)) from failure
