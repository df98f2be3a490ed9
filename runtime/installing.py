"""Learning at start in which workspace the app is installed, and as whom."""

from collections.abc import Iterator
from contextlib import contextmanager

from delivery import gates
from runtime.cannot_start import CannotStart
from slackapp.config import Settings
from slackapp.database import Database
from slackapp.rules import workspaces
from slackapp.slack import tokens
from slackapp.slack.client import Client
from slackapp.slack.installations import Installation


class Away(Exception):
    """Slack could not be asked now; the message is a sentence for the operator, `retry_after` seconds if it says so."""

    def __init__(self, sentence: str, retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after


async def install(settings: Settings, database: Database, client: Client) -> Installation:
    """The workspace of this token, known to the database from now on.

    Raises CannotStart when Slack refuses the token, Away when it cannot be asked.
    """
    with _explained(client, "SLACK_BOT_TOKEN", "the bot token from 'OAuth & Permissions', once the app is installed"):
        who = await tokens.identity(client)
    workspace_id = await database.run(
        workspaces.install,
        who.team_id,
        name=who.team,
        url=who.url,
        bot_user_id=who.user_id,
        locale=settings.afspraak_default_locale,
        tz=settings.afspraak_default_tz,
    )
    # A token that works opens what an earlier, revoked one had shut.
    await database.run(gates.lift, workspace_id)
    return Installation(workspace_id, who.team_id, who.user_id, who.bot_id, client)


async def check_app_token(client: Client, app_token: str) -> None:
    """Whether a socket can be opened with this token. Raises as `install` does."""
    with _explained(client, "SLACK_APP_TOKEN", "an app-level token with connections:write from 'Basic Information'"):
        await tokens.check_app_token(client, app_token)


@contextmanager
def _explained(client: Client, variable: str, wanted: str) -> Iterator[None]:
    """Only Slack's own word against the token ends the app; all else is a Slack that is away for a while."""
    try:
        yield
    except tokens.NotTaken as no:
        if no.is_final:
            raise CannotStart(f"Slack does not take {variable} ({no}): set {wanted}.") from no
        raise Away(f"Slack cannot be reached at {client.base_url} ({no}).", no.retry_after) from no
