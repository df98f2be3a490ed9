"""Who takes part in a check-in, as it is now: groups, channels and teams are followed as they change (CHK-1)."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.checkins import Checkin, CheckinPerson, CheckinTeam, Role
from slackapp.models.people import ChannelMember, Person, UserGroupMember
from slackapp.models.teams import Team


def audience(session: Session, checkin: Checkin) -> list[Person]:
    """Everybody who is asked, by name: no apps, nobody of another organisation, nobody whose account is gone."""
    chosen = _chosen(session, checkin) - frozenset(named(session, checkin, Role.OBSERVER))
    return present(session, checkin.workspace_id, chosen)


def present(session: Session, workspace_id: WorkspaceId, chosen: AbstractSet[UserId]) -> list[Person]:
    """Those of them who have an account here and can be asked."""
    people = select(Person).where(Person.workspace_id == workspace_id, Person.user_id.in_(chosen), Person.is_present)
    return list(session.scalars(people.order_by(Person.name, Person.user_id)))


def named(session: Session, checkin: Checkin, role: Role) -> Sequence[UserId]:
    """Those who were named one by one as this."""
    theirs = select(CheckinPerson.user_id).where(
        CheckinPerson.workspace_id == checkin.workspace_id,
        CheckinPerson.checkin_id == checkin.id,
        CheckinPerson.role == role,
    )
    return session.scalars(theirs.order_by(CheckinPerson.user_id)).all()


def teams(session: Session, checkin: Checkin) -> Sequence[Team]:
    """The teams of which one person, the lead, is asked."""
    theirs = select(CheckinTeam.team_id).where(
        CheckinTeam.workspace_id == checkin.workspace_id, CheckinTeam.checkin_id == checkin.id
    )
    found = select(Team).where(Team.workspace_id == checkin.workspace_id, Team.id.in_(theirs))
    return session.scalars(found.where(Team.is_archived.is_(False)).order_by(Team.key)).all()


def _chosen(session: Session, checkin: Checkin) -> frozenset[UserId]:
    return frozenset(
        [
            *named(session, checkin, Role.PARTICIPANT),
            *_in_group(session, checkin),
            *_in_channel(session, checkin),
            *(team.lead_id for team in teams(session, checkin)),
        ]
    )


def _in_group(session: Session, checkin: Checkin) -> Sequence[UserId]:
    if checkin.group_id is None:
        return ()
    inside = select(UserGroupMember.user_id).where(
        UserGroupMember.workspace_id == checkin.workspace_id, UserGroupMember.group_id == checkin.group_id
    )
    return session.scalars(inside).all()


def _in_channel(session: Session, checkin: Checkin) -> Sequence[UserId]:
    if checkin.from_channel is None:
        return ()
    inside = select(ChannelMember.user_id).where(
        ChannelMember.workspace_id == checkin.workspace_id, ChannelMember.channel_id == checkin.from_channel
    )
    return session.scalars(inside).all()
