"""The calls that put a message into a channel, change it, take it away and look for it.

None of them is repeated here: whoever calls decides what a failure means. What Slack's client and the network
raise is passed on as it is; after ten seconds a TimeoutError.
"""

import asyncio
import copy
from collections.abc import AsyncGenerator, Awaitable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from slackapp.ids import ChannelId, Timestamp, UserId
from slackapp.queries import readers
from slackapp.views.message import Content

PATIENCE_SECONDS = 10
EVENT_TYPE = "afspraak_message"
PAGE = 200


@dataclass(frozen=True)
class Place:
    """Where a message stands."""

    channel: ChannelId
    ts: Timestamp


@dataclass(frozen=True)
class Copy:
    """A message that carries the key that was looked for."""

    place: Place
    has_replies: bool


async def post(
    client: AsyncWebClient,
    to: ChannelId | UserId,
    content: Content,
    *,
    key: str,
    thread: Timestamp | None = None,
) -> Place:
    """Post a message that carries this key, to a person by direct message; the answer names its channel."""
    answer = await _patiently(
        _without_retries(client).chat_postMessage(
            channel=to,
            thread_ts=thread,
            text=content.text,
            blocks=list(content.blocks) or None,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"key": key}},
            unfurl_links=False,
            unfurl_media=False,
        )
    )
    return Place(ChannelId(answer["channel"]), Timestamp(answer["ts"]))


async def update(client: AsyncWebClient, place: Place, content: Content) -> Place:
    """Replace a message in place. Its key stays: Slack keeps metadata that is not given."""
    await _patiently(
        _without_retries(client).chat_update(
            channel=place.channel,
            ts=place.ts,
            text=content.text,
            blocks=list(content.blocks) or None,
            # Slack's own default here would turn names and links in the text into mentions.
            parse="none",
        )
    )
    return place


async def remove(client: AsyncWebClient, place: Place) -> None:
    """Take a message of our own away."""
    await _patiently(_without_retries(client).chat_delete(channel=place.channel, ts=place.ts))


async def copies(
    client: AsyncWebClient,
    to: ChannelId | UserId,
    key: str,
    *,
    since: datetime,
    thread: Timestamp | None = None,
) -> AsyncGenerator[Copy, None]:
    """The messages with this key that were posted after a moment, in a channel or in one of its threads.

    Needs the history scope of the channel. Nothing but our own metadata is looked at.
    """
    channel = await _conversation(client, to)
    async for page in _pages(client, channel, since, thread):
        for message in page["messages"]:
            if _key_of(message) == key:
                place = Place(channel, Timestamp(message["ts"]))
                yield Copy(place, has_replies=bool(message.get("reply_count")))


async def _pages(
    client: AsyncWebClient, channel: ChannelId, since: datetime, thread: Timestamp | None
) -> AsyncGenerator[AsyncSlackResponse, None]:
    span = {
        "oldest": f"{since.timestamp():.6f}",
        "inclusive": True,
        "limit": PAGE,
        "include_all_metadata": True,
    }
    cursor: str | None = None
    while cursor != "":
        page = await _page(_without_retries(client), thread, channel=channel, cursor=cursor, **span)
        yield page
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""


async def _page(
    client: AsyncWebClient,
    thread: Timestamp | None,
    **span: Any,  # noqa: ANN401 - the client's own arguments
) -> AsyncSlackResponse:
    if thread:
        return await _patiently(client.conversations_replies(ts=thread, **span))
    return await _patiently(client.conversations_history(**span))


async def _conversation(client: AsyncWebClient, to: ChannelId | UserId) -> ChannelId:
    """The channel itself, or the one of the direct messages with a person."""
    if not readers.is_person(to):
        return ChannelId(to)
    answer = await _patiently(_without_retries(client).conversations_open(users=to))
    return ChannelId(answer["channel"]["id"])


def _key_of(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    return metadata.get("event_payload", {}).get("key") if metadata.get("event_type") == EVENT_TYPE else None


def _without_retries(client: AsyncWebClient) -> AsyncWebClient:
    """The same client without the SDK's own repeat of a dropped call, which posted twice when measured."""
    careful = copy.copy(client)
    careful.retry_handlers = []
    return careful


async def _patiently(call: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    # The client's own timeout does not hold for a session that is shared.
    async with asyncio.timeout(PATIENCE_SECONDS):
        return await call
