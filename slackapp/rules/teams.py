"""What can happen to a team (ADM-1): it is created and changed, archived and brought back."""

from zoneinfo import ZoneInfo

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from slackapp.errors import NotAllowed, NotFound, NotPossibleNow
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.request_life import ENDED
from slackapp.models.requests import Request
from slackapp.models.teams import Team, TeamMember
from slackapp.models.terms import Terms
from slackapp.models.workspaces import Workspace
from slackapp.permissions import teams as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries import people, teams
from slackapp.rules import area_news, team_terms
from slackapp.rules.working_time import WorkingTime


def save(session: Session, terms: Terms, *, team_id: int | None, by: Actor) -> int:
    """Create a team, or change the one with this number; its number."""
    return create(session, terms, by=by) if team_id is None else change(session, team_id, terms, by=by)


def create(session: Session, terms: Terms, *, by: Actor) -> int:
    """Found a team; its number. NotAllowed for a guest, InvalidInput at the field that is wrong."""
    who = viewer(session, by)
    if not permissions.may_create_team(who):
        raise NotAllowed("Guests cannot create a team. Ask a member of the organisation.")
    _one_at_a_time(session, by.workspace_id)
    team = Team(workspace_id=by.workspace_id, **team_terms.checked(session, terms, who))
    session.add(team)
    session.flush()
    _name_members(session, team, terms.members)
    return team.id


def change(session: Session, team_id: int, terms: Terms, *, by: Actor) -> int:
    """Change what a team agreed on about itself. NotAllowed, or InvalidInput at the field that is wrong.

    A home channel that was not chosen stays what it is: not everybody who may change the team may see it.
    """
    _one_at_a_time(session, by.workspace_id)
    team = _to_change(session, team_id, by)
    for name, value in team_terms.checked(session, terms, viewer(session, by), team).items():
        setattr(team, name, value)
    _name_members(session, team, terms.members)
    area_news.after_team_changed(session, by.workspace_id, team.id)
    return team.id


def archive(session: Session, team_id: int, *, by: Actor) -> None:
    """Take a team out of every choice; what it did stays readable. Not while somebody waits for it."""
    team = _to_change(session, team_id, by)
    if _is_waited_for(session, team):
        raise NotPossibleNow(
            "{team} still has open requests. Finish them or hand them over, then archive it.", team=team.name
        )
    team.is_archived = True
    area_news.after_team_changed(session, by.workspace_id, team.id)


def restore(session: Session, team_id: int, *, by: Actor) -> None:
    """Bring an archived team back as it was. Not while another team lives in its channel."""
    _one_at_a_time(session, by.workspace_id)
    team = _to_change(session, team_id, by)
    there = teams.by_channel(session, by.workspace_id, team.home_channel)
    if there is not None and there.id != team.id:
        raise NotPossibleNow(
            "{other} lives in the channel of {team} now. Give {other} another home first.",
            other=there.name,
            team=team.name,
        )
    team.is_archived = False
    area_news.after_team_changed(session, by.workspace_id, team.id)


def working_time_of(team: Team | teams.TeamRecord) -> WorkingTime:
    """The clock that runs only while this team works."""
    weekdays = frozenset(int(digit) for digit in team.weekdays)
    return WorkingTime(ZoneInfo(team.tz), weekdays, team.starts, team.ends, team.calendar)


def _one_at_a_time(session: Session, workspace_id: WorkspaceId) -> None:
    # Two who take the same name or channel at once: the second waits here and is told at the field.
    # One after the other: two teams of one name, or in one channel, must see each other.
    session.get_one(Workspace, workspace_id, with_for_update={"key_share": True}, populate_existing=True)


def _to_change(session: Session, team_id: int, by: Actor) -> Team:
    who = viewer(session, by)
    theirs = select(Team).where(Team.workspace_id == by.workspace_id, Team.id == team_id)
    team = session.scalars(theirs.with_for_update().execution_options(populate_existing=True)).first()
    if team is None or not permissions.may_see_teams(who):
        raise NotFound("There is no such team.")
    if not permissions.may_change_team(who, team.lead_id):
        lead = people.name_of(session, by.workspace_id, team.lead_id)
        raise permissions.only_these(lead, team.name)
    return team


def _is_waited_for(session: Session, team: Team) -> bool:
    waiting = exists().where(
        Request.workspace_id == team.workspace_id,
        Request.to_team_id == team.id,
        Request.state.not_in(ENDED),
    )
    return bool(session.scalar(select(waiting)))


def _name_members(session: Session, team: Team, members: tuple[UserId, ...]) -> None:
    named = delete(TeamMember).where(TeamMember.workspace_id == team.workspace_id, TeamMember.team_id == team.id)
    session.execute(named)
    session.add_all(
        TeamMember(workspace_id=team.workspace_id, team_id=team.id, user_id=member) for member in dict.fromkeys(members)
    )
