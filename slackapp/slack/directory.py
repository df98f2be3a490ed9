"""Ask Slack who and what there is. Reads only: they are safe to repeat, and wait where Slack wants them to."""

from collections.abc import AsyncIterator, Callable, Sequence
from functools import partial
from typing import TypeVar

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from slackapp.database import Database
from slackapp.errors import Refusal
from slackapp.ids import ChannelId, SlackTeamId, UserId, WorkspaceId
from slackapp.queries import workspaces
from slackapp.rules.directory import channels, groups, members, people
from slackapp.slack import fields, told

PAGE = 200
"""What Slack recommends; from a thousand on it refuses."""
MOST = 999
"""Of who is in a channel: somebody waits for that, and ids are short."""
PATIENCE = 10
"""How often a read waits for its turn before it gives up: a large workspace takes minutes."""
NOT_TO_BE_HAD = frozenset({"missing_scope", "plan_upgrade_required", "paid_teams_only", "not_allowed_token_type"})

SET_ASIDE = (DataError, IntegrityError, Refusal, ValueError, TypeError, LookupError, ArithmeticError)
"""What one record can do, and an outage of the database cannot."""

T = TypeVar("T")
Know = Callable[[Session, WorkspaceId, Sequence[T]], None]

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
    await _keep(database, people.know, workspace_id, _accounts([answer.get("user")], slack_id))


async def conversation(client: AsyncWebClient, channel_id: ChannelId) -> channels.Conversation:
    """One channel as it is now."""
    answer = await client.conversations_info(channel=channel_id)
    return told.conversation(fields.record(answer.get("channel")))


async def inside(client: AsyncWebClient, channel_id: ChannelId) -> frozenset[UserId]:
    """Everybody who is in a channel."""
    found: set[UserId] = set()
    async for answer in _pages(client, "conversations.members", channel=channel_id, limit=MOST):
        found.update(told.user_ids(answer.get("members")))
    return frozenset(found)


async def _refresh_people(
    client: AsyncWebClient, database: Database, workspace_id: WorkspaceId, slack_id: SlackTeamId
) -> None:
    async for answer in _pages(client, "users.list", include_locale=True):
        await _keep(database, people.know, workspace_id, _accounts(answer.get("members"), slack_id))


async def _refresh_channels(client: AsyncWebClient, database: Database, workspace_id: WorkspaceId) -> None:
    types = "public_channel,private_channel"
    with_app: set[ChannelId] = set()
    async for answer in _pages(client, "conversations.list", types="public_channel"):
        await _keep(database, channels.know, workspace_id, told.readable(told.conversation, answer.get("channels")))
    async for answer in _pages(client, "users.conversations", types=types):
        known = told.readable(_with_app, answer.get("channels"))
        await _keep(database, channels.know, workspace_id, known)
        await _refresh_members(client, database, workspace_id, known)
        with_app.update(each.channel_id for each in known)
    await database.run(channels.app_is_only_in, workspace_id, with_app)


async def _refresh_members(
    client: AsyncWebClient, database: Database, workspace_id: WorkspaceId, known: list[channels.Conversation]
) -> None:
    followed = await database.read(members.followed, workspace_id)
    closed: list[str] = []
    for each in known:
        if each.is_private or each.channel_id in followed:
            try:
                everybody = await inside(client, each.channel_id)
            except SlackApiError as refused:
                # Archived or left meanwhile, or another organisation's: who was in it stays as it is known.
                closed.append(str(refused.response.get("error")))
                continue
            await database.run(members.know, workspace_id, each.channel_id, everybody)
    if closed:
        log.warning("channels set aside", workspace=workspace_id, count=len(closed), errors=sorted(set(closed)))


async def _refresh_groups(client: AsyncWebClient, database: Database, workspace_id: WorkspaceId) -> None:
    try:
        answer = await client.usergroups_list(include_users=True, include_disabled=True)
    except SlackApiError as refused:
        if refused.response["error"] not in NOT_TO_BE_HAD:
            raise
        # User groups are a matter of plan and scope; teams name their people one by one without them.
        log.warning("no user groups here", workspace=workspace_id, error=refused.response["error"])
        return
    await _keep(database, groups.know, workspace_id, told.readable(told.group, answer.get("usergroups")))


def _accounts(users: object, slack_id: SlackTeamId) -> list[people.Account]:
    return told.readable(partial(told.account, slack_id=slack_id), users)


def _with_app(channel: fields.Told) -> channels.Conversation:
    return told.conversation(channel, has_app=True)


async def _keep(database: Database, know: Know[T], workspace_id: WorkspaceId, found: Sequence[T]) -> None:
    """Keep these records; where one cannot be kept, all the others, with one line in the log."""
    try:
        await database.run(know, workspace_id, found)
    except SET_ASIDE:
        await _keep_each(database, know, workspace_id, found)


async def _keep_each(database: Database, know: Know[T], workspace_id: WorkspaceId, found: Sequence[T]) -> None:
    odd: list[str] = []
    for each in found:
        try:
            await database.run(know, workspace_id, [each])
        except SET_ASIDE as reason:
            odd.append(type(reason).__name__)
    log.warning("records set aside", workspace=workspace_id, rule=know.__module__, count=len(odd), reasons=set(odd))


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
