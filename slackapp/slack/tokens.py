"""What Slack says about the tokens: whether it takes them, and for whom they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from slackapp.ids import SlackTeamId, UserId
from slackapp.slack import api_errors, fields
from slackapp.slack.client import Client

FOR_A_WHILE = api_errors.TROUBLES | api_errors.RATE | {"team_added_to_org"}
"""What Slack says that is not about the token."""


@dataclass(frozen=True)
class Identity:
    """As whom a bot token speaks, and where. `scopes` and `answered_at` (aware) are None where Slack does not say."""

    team_id: SlackTeamId
    team: str
    url: str
    user_id: UserId
    user: str
    bot_id: str
    scopes: frozenset[str] | None
    answered_at: datetime | None


class NotTaken(Exception):
    """Slack did not take a token, or could not be asked about it.

    `code` is Slack's own word, empty where nothing came back that could be believed; `is_final` is set where it is
    against the token itself, and `retry_after` are the seconds that Slack asks to wait.
    """

    def __init__(self, raised: Exception) -> None:
        self.code = api_errors.code(raised)
        self.is_final = bool(self.code) and self.code not in FOR_A_WHILE
        self.retry_after = api_errors.retry_after(raised)
        super().__init__(self.code or api_errors.said(raised))


async def identity(client: Client) -> Identity:
    """As whom the client's bot token speaks. Raises NotTaken."""
    with _explained():
        answer = await client.auth_test()
    return Identity(
        team_id=SlackTeamId(answer["team_id"]),
        team=fields.text(answer.get("team")) or answer["team_id"],
        url=fields.text(answer.get("url")),
        user_id=UserId(answer["user_id"]),
        user=fields.text(answer.get("user")),
        bot_id=answer.get("bot_id") or "",
        scopes=_scopes(answer),
        answered_at=api_errors.date(api_errors.header(answer.headers, "date")),
    )


async def check_app_token(client: Client, app_token: str) -> None:
    """Whether a socket can be opened with this token: the SDK would try a wrong one for ever. Raises NotTaken."""
    with _explained():
        await client.apps_connections_open(app_token=app_token)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as failure:
        raise NotTaken(failure) from failure


def _scopes(answer: AsyncSlackResponse) -> frozenset[str] | None:
    told = api_errors.header(answer.headers, "x-oauth-scopes")
    return frozenset(scope.strip() for scope in told.split(",")) if told else None
