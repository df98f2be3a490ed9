"""What stands in the form of a team when it opens: everything has a good value, or the value it has now."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotAllowed
from slackapp.ids import Actor, UserId
from slackapp.models import terms
from slackapp.models.people import Channel, Person, UserGroup
from slackapp.models.terms import Terms
from slackapp.permissions import teams as permissions
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries import people, teams
from slackapp.queries.teams import TeamRecord


@dataclass(frozen=True)
class FilledTeam:
    """A form before anything is typed. `team_id` is None for a new team; `group` is the user group's handle."""

    team_id: int | None
    terms: Terms
    group: str = ""


def new(session: Session, who: Actor) -> FilledTeam:
    """The form of a new team, in the language and zone of who asks. Raises NotAllowed for guests."""
    if not permissions.may_create_team(viewer(session, who)):
        raise NotAllowed("Guests cannot create a team. Ask a member of the organisation.")
    person = session.get_one(Person, (who.workspace_id, who.user_id))
    empty = Terms(name="", lead_id=None, home_channel=None, locale=person.locale, tz=person.tz)
    return FilledTeam(None, empty)


def existing(session: Session, who: Actor, team_id: int) -> FilledTeam:
    """The form of a team as it is. Raises NotFound, and NotAllowed for who may not change it."""
    team, reader = teams.find(session, who.workspace_id, team_id), viewer(session, who)
    if not permissions.may_change_team(reader, team.lead_id):
        lead = people.name_of(session, who.workspace_id, team.lead_id)
        raise permissions.only_these(lead, team.name)
    group = session.get(UserGroup, (who.workspace_id, team.group_id)) if team.group_id else None
    return FilledTeam(team.id, _terms(session, team, reader), group.handle if group else "")


def _terms(session: Session, team: TeamRecord, reader: Viewer) -> Terms:
    channel = session.get(Channel, (team.workspace_id, team.home_channel))
    is_known = channel is not None and permissions.may_know_channel(reader, channel)
    return Terms(
        name=team.name,
        lead_id=team.lead_id,
        home_channel=team.home_channel if is_known else None,
        members=_members(session, team),
        group_id=team.group_id,
        locale=team.locale,
        tz=team.tz,
        weekdays=frozenset(int(digit) for digit in team.weekdays),
        starts=team.starts,
        ends=team.ends,
        country=team.calendar,
        within=terms.within(team.answer_minutes, team.starts, team.ends),
    )


def _members(session: Session, team: TeamRecord) -> tuple[UserId, ...]:
    # Slack refuses to show a form that names somebody whose account is gone.
    gone = select(Person.user_id).where(Person.workspace_id == team.workspace_id, Person.is_deactivated)
    left = set(session.scalars(gone))
    return tuple(user_id for user_id in teams.named_members(session, team) if user_id not in left)
