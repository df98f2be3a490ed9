"""A channel that gets another id, as when it is shared with another organisation: everything follows it."""

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, WorkspaceId
from slackapp.models.areas import Area
from slackapp.models.checkins import Checkin
from slackapp.models.decisions import Decision, DecisionConcern
from slackapp.models.digests import Digest
from slackapp.models.outbox import Lane, Message, Posting
from slackapp.models.people import Channel, ChannelMember
from slackapp.models.requests import Request
from slackapp.models.teams import Team

OF_DECISIONS = (DecisionConcern.channel_id, Decision.source_channel)
OF_CHECKINS = (Checkin.channel_id, Checkin.from_channel)


def move(session: Session, workspace_id: WorkspaceId, old: ChannelId, new: ChannelId) -> None:
    """Know the channel, its people, its team and its cards by the new id. A second time changes nothing."""
    _move_channel(session, workspace_id, old, new)
    _move_members(session, workspace_id, old, new)
    for column in (Team.home_channel, Area.channel_id, Request.source_channel, *OF_DECISIONS, *OF_CHECKINS):
        table = column.class_
        here = update(table).where(table.workspace_id == workspace_id, column == old)
        session.execute(here.values({column: new}))
    _move_digest(session, workspace_id, old, new)
    _move_cards(session, workspace_id, old, new)
    session.expire_all()


def _move_channel(session: Session, workspace_id: WorkspaceId, old: ChannelId, new: ChannelId) -> None:
    channel = session.get(Channel, (workspace_id, old))
    if channel is None:
        return
    if session.get(Channel, (workspace_id, new)) is None:
        channel.channel_id = new
    else:
        session.delete(channel)
    session.flush()


def _move_members(session: Session, workspace_id: WorkspaceId, old: ChannelId, new: ChannelId) -> None:
    here = ChannelMember.workspace_id == workspace_id
    known = select(ChannelMember.user_id).where(here, ChannelMember.channel_id == new)
    doubled = ChannelMember.user_id.in_(known)
    session.execute(delete(ChannelMember).where(here, ChannelMember.channel_id == old, doubled))
    moved = update(ChannelMember).where(here, ChannelMember.channel_id == old)
    session.execute(moved.values(channel_id=new))


def _move_digest(session: Session, workspace_id: WorkspaceId, old: ChannelId, new: ChannelId) -> None:
    # A channel has one: where somebody has set it up there by its new id already, that one stays.
    there = exists().where(Digest.workspace_id == workspace_id, Digest.channel_id == new)
    if not session.scalar(select(there)):
        moved = update(Digest).where(Digest.workspace_id == workspace_id, Digest.channel_id == old)
        session.execute(moved.values(channel_id=new))


def _move_cards(session: Session, workspace_id: WorkspaceId, old: ChannelId, new: ChannelId) -> None:
    # A card's key ends with its channel (`CardAt.key`): it must stay the same card there.
    stands = update(Posting).where(Posting.workspace_id == workspace_id, Posting.channel_id == old)
    session.execute(stands.values(channel_id=new, card=func.replace(Posting.card, old, new)))
    lane = select(Lane).where(Lane.workspace_id == workspace_id)
    waiting = session.scalars(lane.where(Lane.channel == old).with_for_update()).first()
    if waiting is None or session.scalars(lane.where(Lane.channel == new)).first() is not None:
        return
    waiting.channel = new
    said = update(Message).where(Message.workspace_id == workspace_id, Message.lane_id == waiting.id)
    keys = {name: func.replace(getattr(Message, name), old, new) for name in ("card", "dedupe_key", "thread")}
    session.execute(said.values(keys))
