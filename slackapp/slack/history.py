"""Looking for messages of ours in the history of a channel or of a thread."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from slack_sdk.web.async_slack_response import AsyncSlackResponse

from slackapp.ids import ChannelId, Timestamp, UserId
from slackapp.slack import classification
from slackapp.slack.client import Client, patiently, without_retries
from slackapp.slack.outcomes import Hidden, NotThere, Place, Unread
from slackapp.slack.posting import EVENT_TYPE, conversation

PAGE = 200  # what Slack recommends at the most


@dataclass(frozen=True)
class Copy:
    """A message of ours, with the key that it carries; one that shares files carries none."""

    place: Place
    key: str | None
    has_replies: bool


@dataclass(frozen=True)
class HistorySearch:
    """What is looked for: the messages with this key, posted after a moment in a channel or in one of its threads.

    `to` is the channel, or the person whose direct messages they stand in. Without a key all of ours; with `until`
    those that were posted up to then. A message that shares files of ours has no key: it is known by the ids of
    `files`.
    """

    to: ChannelId | UserId
    key: str | None
    since: datetime
    thread: Timestamp | None = None
    until: datetime | None = None
    files: frozenset[str] = frozenset()


@dataclass(frozen=True)
class HistoryPage:
    """What one page holds, and the cursor of the one that follows; empty on the last."""

    copies: Sequence[Copy]
    following: str


async def pages(
    client: Client, search: HistorySearch, cursor: str | None = None
) -> AsyncGenerator[HistoryPage | NotThere | Hidden | Unread, None]:
    """The pages of a search from a cursor on; None is the beginning, "" is behind the end.

    Where one cannot be read, what that means is the last that comes: `Unread` with the cursor of that page.
    """
    try:
        channel = await conversation(client, search.to) if cursor != "" else ChannelId("")
        while cursor != "":
            found = await page(client, channel, search, cursor)
            cursor = found.following
            yield found
    except Exception as raised:  # noqa: BLE001 - whatever it was, the channel has not been read
        meant = classification.of_reading(raised)
        yield replace(meant, looked_to=cursor) if isinstance(meant, Unread) else meant


async def page(client: Client, channel: ChannelId, search: HistorySearch, cursor: str | None) -> HistoryPage:
    """One page of a search, from where the page before ended. Raises what Slack's client and the network raise.

    Needs the history scope of the channel. Nothing but our own metadata and the ids of files is looked at.
    """
    answer = await _history(without_retries(client), channel, search, cursor)
    ours = [_copy(channel, message) for message in answer["messages"] if _is_sought(search, message)]
    following = (answer.get("response_metadata") or {}).get("next_cursor") or ""
    return HistoryPage(ours, following)


async def _history(client: Client, channel: ChannelId, search: HistorySearch, cursor: str | None) -> AsyncSlackResponse:
    span: dict[str, Any] = {
        "channel": channel,
        "oldest": f"{search.since.timestamp():.6f}",
        "latest": f"{search.until.timestamp():.6f}" if search.until else None,
        "inclusive": True,
        "limit": PAGE,
        "include_all_metadata": True,
        "cursor": cursor,
    }
    if search.thread:
        return await patiently(client.conversations_replies(ts=search.thread, **span))
    return await patiently(client.conversations_history(**span))


def _is_sought(search: HistorySearch, message: dict[str, Any]) -> bool:
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
