"""Everybody in a channel as one reader: what is shown there must be visible to each of them (principle 5, DIG-4).

The reasons stand in docs/decisions/digests.md. Each condition holds for rows of this workspace alone, by the team or
the channel that it goes through: named for the row as well, the workspace would lead SQLite, which keeps no statistics
of its own accord, to read all that there is in it.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from slackapp.ids import ChannelId, WorkspaceId
from slackapp.models.areas import Area
from slackapp.models.checkins import Checkin, CheckinState
from slackapp.models.decisions import Decision, DecisionConcern
from slackapp.models.people import Channel, ChannelMember, Person
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.models.workspaces import Workspace

Column = InstrumentedAttribute[Any]
# Made once: a statement of its own for each would cost more than the database takes to answer.
TEAM, CHANNEL = aliased(Team), aliased(Channel)


@dataclass(frozen=True)
class Audience:
    """Who reads along in a channel.

    `is_among_members` is whether all of them are full members of the organisation, as far as is known. Where they are
    not, only what stands in this very channel is shown, which they have before them anyway.
    """

    workspace_id: WorkspaceId
    channel_id: ChannelId
    is_among_members: bool


def audience(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> Audience:
    """Who reads along there now. A channel that Slack has not told us about may be anything."""
    channel = session.get(Channel, (workspace_id, channel_id))
    is_inside = channel is not None and not channel.is_shared
    is_among_members = is_inside and session.scalar(_outsiders(workspace_id, channel_id)) is None
    return Audience(workspace_id, channel_id, is_among_members)


def teams(audience: Audience) -> ColumnElement[bool]:
    """The teams whose home channel everybody here reads."""
    return and_(Team.workspace_id == audience.workspace_id, _reads(audience, Team.home_channel))


def requests(audience: Audience) -> ColumnElement[bool]:
    """The requests to those teams; a private one never, not even in a count (REQ-13)."""
    return and_(Request.is_private.is_(False), _reads_home(audience, Request.to_team_id))


def decisions(audience: Audience) -> ColumnElement[bool]:
    """The decisions that concern a channel which everybody here reads, or a team that lives in one."""
    # Looked up for each by itself: PostgreSQL would make an EXISTS a join, and read what all decisions ever concerned.
    concern = select(DecisionConcern.id).where(DecisionConcern.decision_id == Decision.id, concerns(audience)).limit(1)
    return concern.correlate(Decision).scalar_subquery().is_not(None)


def concerns(audience: Audience) -> ColumnElement[bool]:
    """Of what decisions concern, each by itself, that of which everybody here reads the channel."""
    return or_(_reads_home(audience, DecisionConcern.team_id), _reads(audience, DecisionConcern.channel_id))


def areas(audience: Audience) -> ColumnElement[bool]:
    """All areas among members, none otherwise: who owns what is not shown to guests."""
    theirs = exists().where(TEAM.workspace_id == audience.workspace_id, TEAM.id == Area.team_id)
    return theirs if audience.is_among_members else false()


def checkins(audience: Audience) -> ColumnElement[bool]:
    """The check-ins whose summary goes to a channel that everybody here reads."""
    place = _reads(audience, Checkin.channel_id)
    return and_(Checkin.workspace_id == audience.workspace_id, Checkin.state != CheckinState.DRAFT, place)


def _reads(audience: Audience, channel_id: Column) -> ColumnElement[bool]:
    """Whether it is a channel that everybody here reads: this one, or among members a public one."""
    is_here = CHANNEL.channel_id == audience.channel_id
    is_read = or_(is_here, CHANNEL.is_private.is_(False)) if audience.is_among_members else is_here
    return exists().where(CHANNEL.workspace_id == audience.workspace_id, CHANNEL.channel_id == channel_id, is_read)


def _reads_home(audience: Audience, team_id: Column) -> ColumnElement[bool]:
    home = _reads(audience, TEAM.home_channel)
    return exists().where(TEAM.workspace_id == audience.workspace_id, TEAM.id == team_id, home)


def _outsiders(workspace_id: WorkspaceId, channel_id: ChannelId) -> Select[str]:
    """Guests, people of other organisations, and those whom Slack has not told us about; apps do not read along."""
    is_person = and_(Person.workspace_id == ChannelMember.workspace_id, Person.user_id == ChannelMember.user_id)
    is_outside = and_(~Person.is_bot, ~Person.is_deactivated, or_(Person.is_guest, Person.is_stranger))
    app = select(Workspace.bot_user_id).where(Workspace.id == workspace_id).scalar_subquery()
    return (
        select(ChannelMember.user_id)
        .join(Person, is_person, isouter=True)
        .where(
            ChannelMember.workspace_id == workspace_id,
            ChannelMember.channel_id == channel_id,
            ChannelMember.user_id != app,
            or_(Person.user_id.is_(None), is_outside),
        )
        .limit(1)
    )
