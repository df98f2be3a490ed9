"""Which teams there are, and who belongs to them."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import time
from operator import itemgetter

from sqlalchemy import ColumnElement, Select, literal, or_, select, union_all
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor, ChannelId, GroupId, UserId, WorkspaceId
from slackapp.models import teams as rows
from slackapp.models.people import Person, UserGroupMember
from slackapp.models.teams import TeamMember
from slackapp.normalization import joined, key
from slackapp.permissions.viewer import team_ids_of
from slackapp.queries.rows import of_row


@dataclass(frozen=True)
class TeamRecord:
    """A team as it stands: what rules reckon with and views show. Hours are local times in `tz`."""

    id: int
    workspace_id: WorkspaceId
    name: str
    lead_id: UserId
    home_channel: ChannelId
    group_id: GroupId | None
    locale: str
    tz: str
    weekdays: str
    """The working days as digits, Monday 0: "01234"."""
    starts: time
    ends: time
    calendar: str | None
    """Whose holidays it keeps: "NL", or with a part of a country "DE-BY"."""
    answer_minutes: int | None
    """Within how much working time a request is answered; None is one working day."""
    is_archived: bool


def find(session: Session, workspace_id: WorkspaceId, team_id: int) -> TeamRecord:
    """The team with this number, also an archived one; NotFound where there is none."""
    found = _first(session, _in(workspace_id).where(rows.Team.id == team_id))
    if found is None:
        raise NotFound("There is no such team.")
    return found


def all(session: Session, workspace_id: WorkspaceId) -> list[TeamRecord]:  # noqa: A001 - teams.all is what one says
    """Every team that is not archived, by name."""
    return _every(session, _active(workspace_id).order_by(rows.Team.key))


def archived(session: Session, workspace_id: WorkspaceId) -> list[TeamRecord]:
    """The teams that are kept only for what they once did, by name."""
    return _every(session, _in(workspace_id).where(rows.Team.is_archived).order_by(rows.Team.key))


def search(session: Session, workspace_id: WorkspaceId, words: str, limit: int = 100) -> list[TeamRecord]:
    """The teams whose name contains these words, however they are written; those that begin so come first."""
    said = joined(words)
    found = [team for team in all(session, workspace_id) if said in joined(team.name)]
    return sorted(found, key=lambda team: not joined(team.name).startswith(said))[:limit]


def by_name(session: Session, workspace_id: WorkspaceId, name: str) -> TeamRecord | None:
    """The team that is called so, in whatever capitals."""
    return _first(session, _active(workspace_id).where(rows.Team.key == key(name)))


def by_channel(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> TeamRecord | None:
    """The team that lives in this channel."""
    return _first(session, _active(workspace_id).where(rows.Team.home_channel == channel_id))


def by_group(session: Session, workspace_id: WorkspaceId, group_id: GroupId) -> TeamRecord | None:
    """The team whose members are this user group."""
    return _first(session, _active(workspace_id).where(rows.Team.group_id == group_id).order_by(rows.Team.id))


def by_person(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> TeamRecord | None:
    """The team that somebody leads, else the first in which they are."""
    theirs = teams_of(session, Actor(workspace_id, user_id))
    return next((team for team in theirs if team.lead_id == user_id), theirs[0] if theirs else None)


def names_of(session: Session, workspace_id: WorkspaceId, people: Collection[UserId]) -> Mapping[UserId, str]:
    """What the team of each of these people is called, as `by_person` finds it; who has none is left out."""
    of_team = (rows.Team.key, rows.Team.name)
    active = (rows.Team.workspace_id == workspace_id, rows.Team.is_archived.is_(False))
    led = select(rows.Team.lead_id, literal(0), *of_team).where(*active, rows.Team.lead_id.in_(people))
    named = select(TeamMember.user_id, literal(1), *of_team).join(rows.Team, rows.Team.id == TeamMember.team_id)
    grouped = select(UserGroupMember.user_id, literal(1), *of_team).join(
        rows.Team, rows.Team.group_id == UserGroupMember.group_id
    )
    every = union_all(
        led,
        named.where(*active, TeamMember.workspace_id == workspace_id, TeamMember.user_id.in_(people)),
        grouped.where(*active, UserGroupMember.workspace_id == workspace_id, UserGroupMember.user_id.in_(people)),
    )
    found = sorted(session.execute(every), key=itemgetter(1, 2), reverse=True)
    return {user_id: name for user_id, _, _, name in found}


def by_mention(session: Session, workspace_id: WorkspaceId, said: str) -> TeamRecord | None:
    """The team that is meant by the id of a user group, a channel or a person, or by its own name."""
    return (
        by_group(session, workspace_id, GroupId(said))
        or by_channel(session, workspace_id, ChannelId(said))
        or by_person(session, workspace_id, UserId(said))
        or by_name(session, workspace_id, said)
    )


def teams_of(session: Session, actor: Actor) -> list[TeamRecord]:
    """The teams in which somebody is: as lead, by name, or through a user group. By name of the team."""
    is_theirs = _belongs(actor.workspace_id, actor.user_id)
    return _every(session, _active(actor.workspace_id).where(is_theirs).order_by(rows.Team.key))


def chosen_for(session: Session, who: Actor, said: str) -> tuple[list[TeamRecord], TeamRecord | None]:
    """What a form about another team begins with: somebody's own teams, and the team that they named, if any."""
    return teams_of(session, who), by_mention(session, who.workspace_id, said) if said else None


def meant(session: Session, who: Actor, said: str) -> TeamRecord:
    """The team that somebody named; NotFound where there is none of that name."""
    found = by_mention(session, who.workspace_id, said) if said else None
    if found is None:
        raise NotFound("There is no team called {name}.", name=said or "?")
    return found


def is_member(session: Session, team: TeamRecord, user_id: UserId) -> bool:
    """Whether somebody belongs to the team and can be one of its people."""
    if not _present(session, team.workspace_id, {user_id}):
        return False
    belongs = _in(team.workspace_id).where(rows.Team.id == team.id, _belongs(team.workspace_id, user_id))
    return _first(session, belongs) is not None


def members(session: Session, team: TeamRecord) -> frozenset[UserId]:
    """The lead, those who are named and those of the user group, as far as they can be a team's people."""
    return _present(
        session, team.workspace_id, {team.lead_id, *named_members(session, team), *_in_group(session, team)}
    )


def named_members(session: Session, team: TeamRecord) -> list[UserId]:
    """Those who are named one by one."""
    theirs = select(TeamMember.user_id).where(
        TeamMember.workspace_id == team.workspace_id, TeamMember.team_id == team.id
    )
    return list(session.scalars(theirs.order_by(TeamMember.user_id)))


def _in_group(session: Session, team: TeamRecord) -> list[UserId]:
    theirs = select(UserGroupMember.user_id).where(
        UserGroupMember.workspace_id == team.workspace_id, UserGroupMember.group_id == team.group_id
    )
    return list(session.scalars(theirs))


def _present(session: Session, workspace_id: WorkspaceId, people: AbstractSet[UserId]) -> frozenset[UserId]:
    """Those of them who have an account here: no apps, which groups may hold too, and no ids that nobody has."""
    theirs = (Person.workspace_id == workspace_id, Person.user_id.in_(people))
    return frozenset(session.scalars(select(Person.user_id).where(*theirs, Person.is_present)))


def _belongs(workspace_id: WorkspaceId, user_id: UserId) -> ColumnElement[bool]:
    return or_(rows.Team.lead_id == user_id, rows.Team.id.in_(team_ids_of(workspace_id, user_id)))


def _in(workspace_id: WorkspaceId) -> Select[rows.Team]:
    return select(rows.Team).where(rows.Team.workspace_id == workspace_id)


def _active(workspace_id: WorkspaceId) -> Select[rows.Team]:
    return _in(workspace_id).where(rows.Team.is_archived.is_(False))


def _first(session: Session, found: Select[rows.Team]) -> TeamRecord | None:
    row = session.scalars(found.limit(1)).first()
    return _value(row) if row else None


def _every(session: Session, found: Select[rows.Team]) -> list[TeamRecord]:
    return [_value(row) for row in session.scalars(found)]


def _value(row: rows.Team) -> TeamRecord:
    return of_row(TeamRecord, row, calendar=row.calendar)
