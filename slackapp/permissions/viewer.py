"""Somebody as permissions see them: what kind of account, which teams, which private channels."""

from dataclasses import dataclass

from sqlalchemy import Select, select, union
from sqlalchemy.orm import Session

from slackapp.ids import Actor, ChannelId, UserId, WorkspaceId
from slackapp.models.people import ChannelMember, Person, UserGroupMember
from slackapp.models.teams import Team, TeamMember


@dataclass(frozen=True)
class Viewer:
    """Who looks or acts. Somebody whom Slack has not told us about counts as a visitor until it has."""

    workspace_id: WorkspaceId
    user_id: UserId
    name: str
    is_member: bool
    is_admin: bool
    team_ids: frozenset[int]
    led_team_ids: frozenset[int]
    channel_ids: frozenset[ChannelId]
    """The private channels they are in, and the public ones of which it matters who is in them."""


def viewer(session: Session, who: Actor) -> Viewer:
    """Everything that a permission asks about somebody, in four short queries."""
    person = session.get(Person, (who.workspace_id, who.user_id))
    teams = session.scalars(team_ids_of(who.workspace_id, who.user_id)).all()
    led = session.scalars(_led_by(who.workspace_id, who.user_id)).all()
    channels = session.scalars(
        select(ChannelMember.channel_id).where(
            ChannelMember.workspace_id == who.workspace_id, ChannelMember.user_id == who.user_id
        )
    )
    return Viewer(
        workspace_id=who.workspace_id,
        user_id=who.user_id,
        name=person.name if person else str(who.user_id),
        is_member=person is not None and person.is_member,
        is_admin=person is not None and person.is_admin,
        team_ids=frozenset(teams) | frozenset(led),
        led_team_ids=frozenset(led),
        channel_ids=frozenset(channels),
    )


def team_ids_of(workspace_id: WorkspaceId, user_id: UserId) -> Select[int]:
    """The teams that somebody is in: named as a member, or through the team's user group."""
    named = select(TeamMember.team_id).where(TeamMember.workspace_id == workspace_id, TeamMember.user_id == user_id)
    by_group = (
        select(Team.id)
        .join(UserGroupMember, UserGroupMember.group_id == Team.group_id)
        .where(
            Team.workspace_id == workspace_id,
            UserGroupMember.workspace_id == workspace_id,
            UserGroupMember.user_id == user_id,
        )
    )
    both = union(named, by_group).subquery()
    return select(both.c[0])


def _led_by(workspace_id: WorkspaceId, user_id: UserId) -> Select[int]:
    return select(Team.id).where(Team.workspace_id == workspace_id, Team.lead_id == user_id)
