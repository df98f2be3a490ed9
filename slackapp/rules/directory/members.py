"""Who is in a channel: a private one, whose members alone see what belongs there, or one that is followed.

A check-in follows the people whom it asks; a digest those who read it, since guests may see less.
"""

from collections.abc import Set as AbstractSet

from sqlalchemy import delete, exists, or_, select, union
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.checkins import Checkin
from slackapp.models.digests import Digest
from slackapp.models.people import Channel, ChannelMember, Person
from slackapp.rules import digest_news
from slackapp.rules.directory import upserts


def join(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, user_id: UserId) -> None:
    """Somebody came in."""
    channel = session.get(Channel, (workspace_id, channel_id))
    if channel is not None and (channel.is_private or is_followed(session, workspace_id, channel_id)):
        _add(session, workspace_id, channel_id, {user_id})
        person = session.get(Person, (workspace_id, user_id))
        if person is None or not person.is_member:
            digest_news.after_channel_changed(session, workspace_id, channel_id)


def leave(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, user_id: UserId) -> None:
    """Somebody went, or was removed."""
    _remove(session, workspace_id, channel_id, {user_id})


def know(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId, members: AbstractSet[UserId]) -> None:
    """Keep exactly these as the people of a channel."""
    known = select(ChannelMember.user_id).where(
        ChannelMember.workspace_id == workspace_id, ChannelMember.channel_id == channel_id
    )
    before = set(session.scalars(known))
    _remove(session, workspace_id, channel_id, before - members)
    _add(session, workspace_id, channel_id, members - before)


def is_followed(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> bool:
    """Whether it matters who is in a channel, also where it is public."""
    asked = exists().where(Checkin.workspace_id == workspace_id, Checkin.from_channel == channel_id)
    told = exists().where(Digest.workspace_id == workspace_id, Digest.channel_id == channel_id)
    return bool(session.scalar(select(or_(asked, told))))


def followed(session: Session, workspace_id: WorkspaceId) -> frozenset[ChannelId]:
    """The channels of which it matters who is in them, also where they are public."""
    asked = select(Checkin.from_channel).where(Checkin.workspace_id == workspace_id, Checkin.from_channel.is_not(None))
    told = select(Digest.channel_id).where(Digest.workspace_id == workspace_id)
    return frozenset(session.scalars(union(asked, told)))


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
