"""Ask Slack who and what there is. Reads only: they are safe to repeat, and wait where Slack wants them to."""

from collections.abc import AsyncIterator

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from slackapp.database import Database
from slackapp.ids import ChannelId, SlackTeamId, UserId, WorkspaceId
from slackapp.queries import workspaces
from slackapp.rules.directory import channels, groups, members, people
from slackapp.slack import told

PAGE = 200
"""What Slack recommends; from a thousand on it refuses."""
MOST = 999
"""Of who is in a channel: somebody waits for that, and ids are short."""
PATIENCE = 10
"""How often a read waits for its turn before it gives up: a large workspace takes minutes."""
NOT_TO_BE_HAD = frozenset({"missing_scope", "plan_upgrade_required", "paid_teams_only", "not_allowed_token_type"})

log = structlog.get_logger()


async def refresh(client: AsyncWebClient, database: Database, workspace_id: WorkspaceId) -> None:
    """Learn everything anew, in pages that are kept as they come. Nobody who is not listed is forgotten."""
    patient = _patient(client)
    slack_id = await database.read(workspaces.slack_id_of, workspace_id)
    await _refresh_people(patient, database, workspace_id, slack_id)
    await _refresh_channels(patient, database, workspace_id)
    await _refresh_groups(patient, database, workspace_id)


async def learn(client: AsyncWebClient, database: Database, workspace_id: WorkspaceId, user_id: UserId) -> None:
    """Learn about one person whom Slack has not told of, as somebody of another organisation."""
    slack_id = await database.read(workspaces.slack_id_of, workspace_id)
    answer = await client.users_info(user=user_id, include_locale=True)
    await database.run(people.know, workspace_id, [told.account(answer["user"], slack_id)])


async def conversation(client: AsyncWebClient, channel_id: ChannelId) -> channels.Conversation:
    """One channel as it is now."""
    answer = await client.conversations_info(channel=channel_id)
    return told.conversation(answer["channel"])


async def inside(client: AsyncWebClient, channel_id: ChannelId) -> frozenset[UserId]:
    """Everybody who is in a channel."""
    found: set[UserId] = set()
    async for answer in _pages(client, "conversations.members", channel=channel_id, limit=MOST):
        found.update(answer["members"])
    return frozenset(found)


async def _refresh_people(
    client: AsyncWebClient, database: Database, workspace_id: WorkspaceId, slack_id: SlackTeamId
) -> None:
    async for answer in _pages(client, "users.list", include_locale=True):
        accounts = [told.account(user, slack_id) for user in answer["members"]]
        await database.run(people.know, workspace_id, accounts)


async def _refresh_channels(client: AsyncWebClient, database: Database, workspace_id: WorkspaceId) -> None:
    types = "public_channel,private_channel"
    with_app: set[ChannelId] = set()
    async for answer in _pages(client, "conversations.list", types="public_channel"):
        await database.run(channels.know, workspace_id, [told.conversation(each) for each in answer["channels"]])
    async for answer in _pages(client, "users.conversations", types=types):
        known = [told.conversation(each, has_app=True) for each in answer["channels"]]
        await database.run(channels.know, workspace_id, known)
        await _refresh_members(client, database, workspace_id, known)
        with_app.update(each.channel_id for each in known)
    await database.run(channels.app_is_only_in, workspace_id, with_app)


async def _refresh_members(
    client: AsyncWebClient, database: Database, workspace_id: WorkspaceId, known: list[channels.Conversation]
) -> None:
    followed = await database.read(members.followed, workspace_id)
    for each in known:
        if each.is_private or each.channel_id in followed:
            everybody = await inside(client, each.channel_id)
            await database.run(members.know, workspace_id, each.channel_id, everybody)


async def _refresh_groups(client: AsyncWebClient, database: Database, workspace_id: WorkspaceId) -> None:
    try:
        answer = await client.usergroups_list(include_users=True, include_disabled=True)
    except SlackApiError as refused:
        if refused.response["error"] not in NOT_TO_BE_HAD:
            raise
        # User groups are a matter of plan and scope; teams name their people one by one without them.
        log.warning("no user groups here", workspace=workspace_id, error=refused.response["error"])
        return
    await database.run(groups.know, workspace_id, [told.group(each) for each in answer["usergroups"]])


async def _pages(client: AsyncWebClient, method: str, **args: str | int) -> AsyncIterator[AsyncSlackResponse]:
    cursor = ""
    while True:
        answer = await client.api_call(method, params={"limit": PAGE, "cursor": cursor, **args})
        yield answer
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


def _patient(client: AsyncWebClient) -> AsyncWebClient:
    return AsyncWebClient(
        token=client.token,
        base_url=client.base_url,
        session=client.session,
        retry_handlers=[
            AsyncConnectionErrorRetryHandler(max_retry_count=3),
            AsyncRateLimitErrorRetryHandler(max_retry_count=PATIENCE),
            AsyncServerErrorRetryHandler(max_retry_count=3),
        ],
    )
