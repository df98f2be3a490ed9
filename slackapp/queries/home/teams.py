"""The teams in which somebody is, and how much waits for each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import Actor
from slackapp.models import teams as rows
from slackapp.models.people import Channel
from slackapp.models.request_lateness import is_late_column
from slackapp.models.request_life import ENDED
from slackapp.models.requests import Request
from slackapp.permissions.requests import visible_to
from slackapp.permissions.teams import may_know_channel
from slackapp.permissions.viewer import Viewer
from slackapp.queries import teams
from slackapp.queries.home.sections import HomeSection, Slice, held
from slackapp.queries.people import name_of
from slackapp.queries.teams import TeamRecord


@dataclass(frozen=True)
class Mine:
    """A team: who leads it, and how many requests to it are under way and late. `channel` is empty where unknown."""

    id: int
    name: str
    lead: str
    is_lead: bool
    channel: str
    ongoing: int
    late: int


def mine(session: Session, reader: Viewer, wanted: Slice) -> HomeSection[Mine]:
    """By name; none for a guest."""
    who = Actor(reader.workspace_id, reader.user_id)
    found = teams.teams_of(session, who) if reader.is_member else []
    start = wanted.start if wanted.start < len(found) else 0
    return HomeSection(tuple(_rows(session, reader, found[start : start + wanted.size])), len(found), start)


def is_any(session: Session, reader: Viewer) -> bool:
    """Whether the organisation has begun: there is a team."""
    active = select(rows.Team.id).where(rows.Team.workspace_id == reader.workspace_id, rows.Team.is_archived.is_(False))
    return session.scalar(active.limit(1)) is not None


def _rows(session: Session, reader: Viewer, found: Sequence[TeamRecord]) -> list[Mine]:
    counts, channels = _counts(session, reader, [team.id for team in found]), _channels(session, reader, found)
    with held(session, reader.workspace_id, [team.lead_id for team in found]):
        return [
            Mine(
                id=team.id,
                name=team.name,
                lead=name_of(session, team.workspace_id, team.lead_id),
                is_lead=team.lead_id == reader.user_id,
                channel=channels.get(team.home_channel, ""),
                ongoing=counts.get(team.id, (0, 0))[0],
                late=counts.get(team.id, (0, 0))[1],
            )
            for team in found
        ]


def _counts(session: Session, reader: Viewer, ids: Collection[int]) -> Mapping[int, tuple[int, int]]:
    """Of the requests that this reader may see: a private one counts for nobody else (REQ-13)."""
    is_late = func.sum(case((is_late_column(now(session)), 1), else_=0))
    counted = select(Request.to_team_id, func.count(), is_late).where(visible_to(reader), Request.to_team_id.in_(ids))
    found = session.execute(counted.where(Request.state.not_in(ENDED)).group_by(Request.to_team_id))
    return {team_id: (ongoing, int(late)) for team_id, ongoing, late in found}


def _channels(session: Session, reader: Viewer, found: Sequence[TeamRecord]) -> Mapping[str, str]:
    homes = select(Channel).where(
        Channel.workspace_id == reader.workspace_id, Channel.channel_id.in_([team.home_channel for team in found])
    )
    return {each.channel_id: each.name for each in session.scalars(homes) if may_know_channel(reader, each)}
