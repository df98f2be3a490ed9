"""Where something happens on which ownership depends, it is looked at a moment later, in a transaction of its own.

The directory and the rules of teams call this and know nothing else of areas.
"""

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import ChannelId, WorkspaceId
from slackapp.models.areas import Area
from slackapp.rules import timers

PEOPLE, TEAM, CHANNEL = "area.people", "area.team", "area.channel"


def after_people_changed(session: Session, workspace_id: WorkspaceId) -> None:
    """Somebody's account may be gone, or is no full member's any more."""
    if session.scalar(select(exists().where(Area.workspace_id == workspace_id))):
        timers.set(session, workspace_id, PEOPLE, workspace_id, stage="", at=now(session))


def after_team_changed(session: Session, workspace_id: WorkspaceId, team_id: int) -> None:
    """A team has other members or another lead, or was archived or brought back."""
    concerned = or_(Area.team_id == team_id, Area.other_team_id == team_id)
    if session.scalar(select(exists().where(Area.workspace_id == workspace_id, concerned))):
        timers.set(session, workspace_id, TEAM, team_id, stage="", at=now(session))


def after_channel_closed(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> None:
    """A channel was archived or is gone."""
    asked_there = select(Area.id).where(Area.workspace_id == workspace_id, Area.channel_id == channel_id)
    for area_id in session.scalars(asked_there).all():
        timers.set(session, workspace_id, CHANNEL, area_id, stage="", at=now(session))
