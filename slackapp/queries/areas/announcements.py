"""What teams and administrators are told about areas."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.areas import Area
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.queries.areas.lists import adrift
from slackapp.queries.people import name_of

MOST = 10  # names in one message; the list behind the button has all


@dataclass(frozen=True)
class Adrift:
    """Areas of a team that nobody owns or nobody has confirmed: some of their names, and how many there are."""

    team_id: int
    team: str
    names: tuple[str, ...]
    total: int


@dataclass(frozen=True)
class Leaderless:
    """A team whose lead has no account any more, and how many areas it has."""

    team_id: int
    team: str
    lead: str
    areas: int


@dataclass(frozen=True)
class Moved:
    """How many areas went from one team to another, and who did it."""

    from_team: str
    to_team: str
    count: int
    by: str


def team_adrift(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Adrift | None:
    """What a team's channel is told; None once everything has an owner who confirmed it."""
    team = _team(session, workspace_id, int(refs["team"]))
    theirs = and_(Area.workspace_id == workspace_id, Area.team_id == team.id, adrift())
    total = session.scalar(select(func.count()).select_from(Area).where(theirs)) or 0
    names = session.scalars(select(Area.name).where(theirs).order_by(Area.key).limit(MOST)).all()
    return Adrift(team.id, team.name, tuple(names), total) if total else None


def leaderless(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Leaderless | None:
    """What administrators are told; None once the team has another lead."""
    team = _team(session, workspace_id, int(refs["team"]))
    lead = session.get(Person, (workspace_id, team.lead_id))
    if team.is_archived or team.lead_id != refs["lead"] or (lead and lead.is_member):
        return None
    theirs = and_(Area.workspace_id == workspace_id, Area.team_id == team.id, Area.retired_at.is_(None))
    count = session.scalar(select(func.count()).select_from(Area).where(theirs)) or 0
    return Leaderless(team.id, team.name, name_of(session, workspace_id, team.lead_id), count)


def moved(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Moved:
    """What both channels are told."""
    source, target = (_team(session, workspace_id, int(refs[each])) for each in ("from_team", "to_team"))
    by = name_of(session, workspace_id, UserId(str(refs["person"])))
    return Moved(source.name, target.name, int(refs["count"]), by)


def _team(session: Session, workspace_id: WorkspaceId, team_id: int) -> Team:
    return session.scalars(select(Team).where(Team.workspace_id == workspace_id, Team.id == team_id)).one()
