"""Who is in a channel: a private one, whose members alone see what belongs there, or one that a check-in follows."""

from collections.abc import Set as AbstractSet

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.checkins import Checkin
from slackapp.models.people import Channel, ChannelMember
from slackapp.rules.directory import upserts


def join(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, user_id: UserId) -> None:
    """Somebody came in."""
    channel = session.get(Channel, (workspace_id, channel_id))
    if channel is not None and (channel.is_private or _is_followed(session, workspace_id, channel_id)):
        _add(session, workspace_id, channel_id, {user_id})


def leave(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, user_id: UserId) -> None:
    """Somebody went, or was removed."""
    _remove(session, workspace_id, channel_id, {user_id})


def know(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, members: AbstractSet[UserId]) -> None:
    """Keep exactly these as the people of a private channel."""
    known = select(ChannelMember.user_id).where(
        ChannelMember.workspace_id == workspace_id, ChannelMember.channel_id == channel_id
    )
    before = set(session.scalars(known))
    _remove(session, workspace_id, channel_id, before - members)
    _add(session, workspace_id, channel_id, members - before)


def _is_followed(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> bool:
    follows = exists().where(Checkin.workspace_id == workspace_id, Checkin.from_channel == channel_id)
    return bool(session.scalar(select(follows)))


def _add(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, people: AbstractSet[UserId]) -> None:
    about = {"workspace_id": workspace_id, "channel_id": channel_id}
    upserts.add(session, ChannelMember, [{**about, "user_id": user_id} for user_id in people])


def _remove(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, people: AbstractSet[UserId]) -> None:
    gone = delete(ChannelMember).where(
        ChannelMember.workspace_id == workspace_id,
        ChannelMember.channel_id == channel_id,
        ChannelMember.user_id.in_(people),
    )
    session.execute(gone)
