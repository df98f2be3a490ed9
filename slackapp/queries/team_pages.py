"""What the pages about teams show to somebody: only what they may know."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotAllowed, NotFound
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.people import Channel, Person, UserGroup
from slackapp.permissions import teams as permissions
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries import people, team_homes, teams
from slackapp.queries.team_homes import Trouble
from slackapp.queries.teams import TeamRecord

A_PAGE = 40  # a page takes a hundred blocks, and a team two


@dataclass(frozen=True)
class TeamLine:
    """A team in the list. `channel` is empty where the reader may not know it."""

    team: TeamRecord
    lead: str
    channel: str
    trouble: Trouble | None
    may_change: bool


@dataclass(frozen=True)
class Overview:
    """A page of the list: the teams from number `start` on, of `total`."""

    lines: Sequence[TeamLine]
    start: int
    total: int
    archived: int
    """How many teams are archived."""
    shows_archived: bool = False


@dataclass(frozen=True)
class Detail:
    """One team with its people. `group` is the handle of its user group, where it has one."""

    line: TeamLine
    members: Sequence[UserId]
    group: str


def listed(session: Session, who: Actor, start: int = 0) -> Overview:
    """The teams by name. Raises NotAllowed for guests."""
    reader = _reader(session, who)
    every, archived = teams.all(session, who.workspace_id), teams.archived(session, who.workspace_id)
    lines = [_line(session, team, reader) for team in every[start : start + A_PAGE]]
    return Overview(lines, start, len(every), len(archived))


def listed_archived(session: Session, who: Actor, start: int = 0) -> Overview:
    """The archived teams by name. Raises NotAllowed for guests."""
    reader = _reader(session, who)
    archived = teams.archived(session, who.workspace_id)
    lines = [_line(session, team, reader) for team in archived[start : start + A_PAGE]]
    return Overview(lines, start, len(archived), len(archived), shows_archived=True)


def named(session: Session, who: Actor, said: str, *, as_written: str) -> Detail:
    """The team that is meant by its name or by the id of its group, channel or lead. Raises NotFound."""
    team = teams.by_mention(session, who.workspace_id, said)
    if team is None:
        raise NotFound("There is no team called {name}.", name=as_written)
    return detail(session, who, team.id)


def detail(session: Session, who: Actor, team_id: int) -> Detail:
    """One team. Raises NotAllowed for guests, NotFound."""
    reader = _reader(session, who)
    team = teams.find(session, who.workspace_id, team_id)
    group = session.get(UserGroup, (who.workspace_id, team.group_id)) if team.group_id else None
    everybody = _by_name(session, who.workspace_id, teams.members(session, team))
    return Detail(_line(session, team, reader), everybody, group.handle if group else "")


def offered(session: Session, who: Actor, words: str) -> list[TeamRecord]:
    """The teams that can be chosen, by words of their name; a guest is offered none."""
    if not permissions.may_see_teams(viewer(session, who)):
        return []
    return teams.search(session, who.workspace_id, words)


def _reader(session: Session, who: Actor) -> Viewer:
    reader = viewer(session, who)
    if not permissions.may_see_teams(reader):
        raise NotAllowed("The teams are shown to members of the organisation, not to guests.")
    return reader


def _line(session: Session, team: TeamRecord, reader: Viewer) -> TeamLine:
    channel = session.get(Channel, (team.workspace_id, team.home_channel))
    is_known = channel is not None and permissions.may_know_channel(reader, channel)
    return TeamLine(
        team=team,
        lead=people.name_of(session, team.workspace_id, team.lead_id),
        channel=channel.name if channel and is_known else "",
        trouble=team_homes.trouble(channel),
        may_change=permissions.may_change_team(reader, team.lead_id),
    )


def _by_name(session: Session, workspace_id: WorkspaceId, everybody: frozenset[UserId]) -> list[UserId]:
    named = select(Person.user_id).where(Person.workspace_id == workspace_id, Person.user_id.in_(everybody))
    return list(session.scalars(named.order_by(Person.name)))
