"""Ask Slack who and what there is. Reads only: they are safe to repeat, and wait where Slack wants them to."""

from collections.abc import AsyncIterator, Sequence

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from slackapp.database import Database
from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.queries import workspaces
from slackapp.rules.directory import channels, groups, members, people
from slackapp.slack import api_errors, fields, records, retries
from slackapp.slack.directory_pages import DirectoryPages

PAGE = 200
"""What Slack recommends; from a thousand on it refuses."""
MOST = 999
"""Of who is in a channel: somebody waits for that, and ids are short."""
NOT_TO_BE_HAD = frozenset({"missing_scope", "plan_upgrade_required", "paid_teams_only", "not_allowed_token_type"})

log = structlog.get_logger()


async def refresh(client: AsyncWebClient, database: Database, workspace_id: WorkspaceId) -> None:
    """Learn everything anew, in pages that are kept as they come. Nobody who is not listed is forgotten.

    What is odd about one person, channel or group is set aside. Raises an ExceptionGroup where people, channels or
    groups could not be listed, once the others were.
    """
    patient, learning = _patient(client), DirectoryPages(database, workspace_id)
    failed: list[Exception] = []
    for part in (_refresh_people, _refresh_channels, _refresh_groups):
        try:
            await part(patient, learning)
        except Exception as failure:  # noqa: BLE001 - raised below, after the others
            failed.append(failure)
    if failed:
        raise ExceptionGroup("not everything could be learned", failed)


async def learn(client: AsyncWebClient, database: Database, workspace_id: WorkspaceId, user_id: UserId) -> None:
    """Learn about one person whom Slack has not told of, as somebody of another organisation."""
    slack_id = await database.read(workspaces.slack_id_of, workspace_id)
    answer = await client.users_info(user=user_id, include_locale=True)
    await database.run(people.know, workspace_id, [records.account(fields.record(answer.get("user")), slack_id)])


async def conversation(client: AsyncWebClient, channel_id: ChannelId) -> channels.Conversation:
    """One channel as it is now."""
    answer = await client.conversations_info(channel=channel_id)
    return records.conversation(fields.record(answer.get("channel")))


async def inside(client: AsyncWebClient, channel_id: ChannelId) -> frozenset[UserId]:
    """Everybody who is in a channel."""
    found: set[UserId] = set()
    async for answer in _pages(client, "conversations.members", channel=channel_id, limit=MOST):
        found.update(records.user_ids(answer.get("members")))
    return frozenset(found)


async def _refresh_people(client: AsyncWebClient, learning: DirectoryPages) -> None:
    slack_id = await learning.database.read(workspaces.slack_id_of, learning.workspace_id)
    async for answer in _pages(client, "users.list", include_locale=True):
        await learning.know(people.know, answer.get("members"), lambda user: records.account(user, slack_id))


async def _refresh_channels(client: AsyncWebClient, learning: DirectoryPages) -> None:
    types = "public_channel,private_channel"
    with_app: set[ChannelId] = set()
    async for answer in _pages(client, "conversations.list", types="public_channel"):
        await learning.know(channels.know, answer.get("channels"), records.conversation)
    async for answer in _pages(client, "users.conversations", types=types):
        known = await learning.know(channels.know, answer.get("channels"), _with_app)
        await _refresh_members(client, learning, known)
        with_app.update(each.channel_id for each in known)
    await learning.database.run(channels.app_is_only_in, learning.workspace_id, with_app)


def _with_app(channel: fields.Told) -> channels.Conversation:
    return records.conversation(channel, has_app=True)


async def _refresh_members(
    client: AsyncWebClient, learning: DirectoryPages, known: Sequence[channels.Conversation]
) -> None:
    followed = await learning.database.read(members.followed, learning.workspace_id)
    for each in known:
        if each.is_private or each.channel_id in followed:
            try:
                everybody = await inside(client, each.channel_id)
            except SlackApiError as refused:  # it was archived or left a moment ago, say
                await learning.set_aside(each.channel_id, refused)
            else:
                await learning.database.run(members.know, learning.workspace_id, each.channel_id, everybody)


async def _refresh_groups(client: AsyncWebClient, learning: DirectoryPages) -> None:
    try:
        answer = await client.usergroups_list(include_users=True, include_disabled=True)
    except SlackApiError as refused:
        if api_errors.code(refused) not in NOT_TO_BE_HAD:
            raise
        # User groups are a matter of plan and scope; teams name their people one by one without them.
        log.warning("no user groups here", workspace=learning.workspace_id, error=api_errors.code(refused))
        return
    await learning.know(groups.know, answer.get("usergroups"), records.group)


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
        retry_handlers=retries.handlers(),
    )
