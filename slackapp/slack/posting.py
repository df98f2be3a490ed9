"""The calls that put a message into a channel, change it, take it away and look for it.

None of them is repeated here: whoever calls decides what a failure means. What Slack's client and the network
raise is passed on as it is; after ten seconds a TimeoutError.
"""

import asyncio
import copy
from collections.abc import AsyncGenerator, Awaitable, Sequence
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


class NoMessage(Exception):
    """An answer that says yes and names no message: it proves nothing."""


@dataclass(frozen=True)
class Place:
    """Where a message stands."""

    channel: ChannelId
    ts: Timestamp


@dataclass(frozen=True)
class Copy:
    """A message of ours, with the key that it carries; one that shares files carries none."""

    place: Place
    key: str | None
    has_replies: bool


@dataclass(frozen=True)
class Search:
    """What is looked for: the messages with this key, posted after a moment in a channel or in one of its threads.

    Without a key all of ours; with `until` those that were posted up to then. A message that shares files of ours has
    no key: it is known by the ids of `files`.
    """

    channel: ChannelId
    key: str | None
    since: datetime
    thread: Timestamp | None = None
    until: datetime | None = None
    files: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Page:
    """What one page holds, and the cursor of the one that follows; empty on the last."""

    copies: Sequence[Copy]
    following: str


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
    if not answer.get("ts"):
        raise NoMessage
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


async def conversation(client: AsyncWebClient, to: ChannelId | UserId) -> ChannelId:
    """The channel itself, or the one of the direct messages with a person."""
    if not readers.is_person(to):
        return ChannelId(to)
    answer = await _patiently(_without_retries(client).conversations_open(users=to))
    return ChannelId(answer["channel"]["id"])


async def copies(client: AsyncWebClient, search: Search) -> AsyncGenerator[Copy, None]:
    """All messages that are searched for."""
    cursor: str | None = None
    while cursor != "":
        found = await page(client, search, cursor)
        for each in found.copies:
            yield each
        cursor = found.following


async def page(client: AsyncWebClient, search: Search, cursor: str | None) -> Page:
    """One page of a search, from where the page before ended; None is the beginning.

    Needs the history scope of the channel. Nothing but our own metadata and the ids of files is looked at.
    """
    answer = await _history(_without_retries(client), search, cursor)
    ours = [_copy(search.channel, message) for message in answer["messages"] if _is_sought(search, message)]
    following = (answer.get("response_metadata") or {}).get("next_cursor") or ""
    return Page(ours, following)


async def _history(client: AsyncWebClient, search: Search, cursor: str | None) -> AsyncSlackResponse:
    span: dict[str, Any] = {
        "channel": search.channel,
        "oldest": f"{search.since.timestamp():.6f}",
        "latest": f"{search.until.timestamp():.6f}" if search.until else None,
        "inclusive": True,
        "limit": PAGE,
        "include_all_metadata": True,
        "cursor": cursor,
    }
    if search.thread:
        return await _patiently(client.conversations_replies(ts=search.thread, **span))
    return await _patiently(client.conversations_history(**span))


def _is_sought(search: Search, message: dict[str, Any]) -> bool:
    key = _key_of(message)
    if search.key is None:
        return key is not None
    return key == search.key or bool(_files_of(message) & search.files)


def _copy(channel: ChannelId, message: dict[str, Any]) -> Copy:
    place, has_replies = Place(channel, Timestamp(message["ts"])), bool(message.get("reply_count"))
    return Copy(place, _key_of(message), has_replies=has_replies)


def _key_of(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    return metadata.get("event_payload", {}).get("key") if metadata.get("event_type") == EVENT_TYPE else None


def _files_of(message: dict[str, Any]) -> frozenset[str]:
    return frozenset(str(file.get("id")) for file in message.get("files") or ())


def _without_retries(client: AsyncWebClient) -> AsyncWebClient:
    """The same client without the SDK's own repeat of a dropped call, which posted twice when measured."""
    careful = copy.copy(client)
    careful.retry_handlers = []
    return careful


async def _patiently(call: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    # The client's own timeout does not hold for a session that is shared.
    async with asyncio.timeout(PATIENCE_SECONDS):
        return await call
