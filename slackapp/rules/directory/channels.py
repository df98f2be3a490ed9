"""Channels as Slack knows them, and whether the app is in them.

Where a team loses its home by what happened to a channel, its lead is told once (ADM-3).
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.people import Channel
from slackapp.rules import area_news, digest_news
from slackapp.rules.directory import homes, members, upserts


@dataclass(frozen=True)
class Conversation:
    """A channel as Slack told of it."""

    channel_id: ChannelId
    name: str
    is_private: bool = False
    is_archived: bool = False
    is_shared: bool = False
    has_app: bool = False


def know(session: Session, workspace_id: WorkspaceId, conversations: Sequence[Conversation]) -> None:
    """Keep what Slack told of these channels; one without a name keeps the one that it had, or is called by its id."""
    told = {each.channel_id: each for each in conversations}
    with homes.watched(session, workspace_id, told.keys()):
        upserts.keep(session, Channel, [_row(workspace_id, each) for each in told.values() if each.name])
        nameless = [_row(workspace_id, each) for each in told.values() if not each.name]
        upserts.keep(session, Channel, nameless, but=["name"])


def begin(session: Session, workspace_id: WorkspaceId, created: Conversation) -> None:
    """A public channel was made. What is known of it already stays: the events may have changed places."""
    upserts.add(session, Channel, [_row(workspace_id, created)])


def rename(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, name: str) -> None:
    """It is called otherwise; where it was not said how, nothing changes."""
    for channel in _known(session, workspace_id, channel_id):
        channel.name = name[:255] or channel.name


def share(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, *, is_shared: bool) -> None:
    """Another organisation came in, or left."""
    for channel in _known(session, workspace_id, channel_id):
        channel.is_shared = is_shared
    digest_news.after_channel_changed(session, workspace_id, channel_id)


def archive(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, *, is_archived: bool) -> None:
    """It was closed, or opened again."""
    with homes.watched(session, workspace_id, {channel_id}):
        for channel in _known(session, workspace_id, channel_id):
            channel.is_archived = is_archived
    if is_archived:
        area_news.after_channel_closed(session, workspace_id, channel_id)


def delete(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> None:
    """It is gone for good; nobody is in it any more."""
    with homes.watched(session, workspace_id, {channel_id}):
        members.know(session, workspace_id, channel_id, set())
        for channel in _known(session, workspace_id, channel_id):
            session.delete(channel)
    area_news.after_channel_closed(session, workspace_id, channel_id)
    digest_news.after_channel_changed(session, workspace_id, channel_id)


def let_app_in(
    session: Session, workspace_id: WorkspaceId, conversation: Conversation, inside: AbstractSet[UserId] | None
) -> None:
    """The app was invited: from now on it can post there, and is told who comes and goes.

    `inside` is None where it does not matter who is in it.
    """
    know(session, workspace_id, [conversation])
    if inside is not None:
        members.know(session, workspace_id, conversation.channel_id, inside)


def take_app_out(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> None:
    """The app was removed. Who is in a private channel is not told any more, so nobody counts as such."""
    with homes.watched(session, workspace_id, {channel_id}):
        members.know(session, workspace_id, channel_id, set())
        for channel in _known(session, workspace_id, channel_id):
            channel.has_app = False


def app_is_only_in(session: Session, workspace_id: WorkspaceId, inside: AbstractSet[ChannelId]) -> None:
    """The app is in these channels and in no others: it may have been removed while it was not listening."""
    thought = select(Channel.channel_id).where(Channel.workspace_id == workspace_id, Channel.has_app)
    for channel_id in sorted(set(session.scalars(thought)) - inside):
        take_app_out(session, workspace_id, channel_id)


def _row(workspace_id: WorkspaceId, told: Conversation) -> dict[str, Any]:
    return {"workspace_id": workspace_id, **asdict(told), "name": told.name[:255] or told.channel_id}


def _known(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> list[Channel]:
    channel = session.get(Channel, (workspace_id, channel_id))
    return [channel] if channel else []
