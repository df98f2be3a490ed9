"""The workspaces in which the app is installed, and the tokens with which it speaks there."""

from dataclasses import dataclass, field

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from slackapp.ids import SlackTeamId, UserId, WorkspaceId


@dataclass(frozen=True)
class Installation:
    """One workspace and its bot token. The token never shows in a log: it is left out of the representation."""

    workspace_id: WorkspaceId
    slack_id: SlackTeamId
    bot_user_id: UserId
    bot_id: str
    client: AsyncWebClient = field(repr=False)


class Installations:
    """Who is installed, known from the start: no request asks Slack or the database for it."""

    def __init__(self) -> None:
        self._by_slack_id: dict[SlackTeamId, Installation] = {}
        self._by_workspace: dict[WorkspaceId, Installation] = {}

    def add(self, installation: Installation) -> None:
        """Know a workspace; one that was known is replaced, as after a new installation."""
        self._by_slack_id[installation.slack_id] = installation
        self._by_workspace[installation.workspace_id] = installation

    def of(self, slack_id: str | None) -> Installation:
        """The installation of a workspace that has been authorised; LookupError where there is none."""
        return self._by_slack_id[SlackTeamId(slack_id or "")]

    def has(self, slack_id: str | None) -> bool:
        """Whether the app is installed in a workspace."""
        return SlackTeamId(slack_id or "") in self._by_slack_id

    def client_of(self, workspace_id: WorkspaceId) -> AsyncWebClient | None:
        """With what to speak in a workspace; None where the app is gone."""
        installation = self._by_workspace.get(workspace_id)
        return installation.client if installation else None

    def all(self) -> list[Installation]:
        """Every one of them."""
        return list(self._by_workspace.values())

    async def authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """What Bolt asks before each request; None refuses it."""
        found = self._by_slack_id.get(SlackTeamId(team_id or ""))
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=found.client.token,
            bot_id=found.bot_id,
            bot_user_id=found.bot_user_id,
        )
