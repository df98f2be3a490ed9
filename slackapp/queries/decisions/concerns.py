"""The teams and channels that a decision concerns."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId
from slackapp.models.decisions import Decision, DecisionConcern
from slackapp.models.teams import Team


@dataclass(frozen=True)
class ConcernedTeam:
    """A team that it concerns, and whether the team says that it has seen it."""

    id: int
    name: str
    home_channel: ChannelId
    has_seen: bool


def teams_of(session: Session, decision: Decision) -> list[ConcernedTeam]:
    """The teams, in the order in which they were chosen."""
    found = (
        select(Team, DecisionConcern.seen_at)
        .join(DecisionConcern, DecisionConcern.team_id == Team.id)
        .where(DecisionConcern.workspace_id == decision.workspace_id, DecisionConcern.decision_id == decision.id)
    )
    rows = session.execute(found.order_by(DecisionConcern.id))
    return [ConcernedTeam(team.id, team.name, team.home_channel, seen_at is not None) for team, seen_at in rows]


def channels_of(session: Session, decision: Decision) -> list[ChannelId]:
    """The channels in which no team lives."""
    found = select(DecisionConcern.channel_id).where(
        DecisionConcern.workspace_id == decision.workspace_id, DecisionConcern.decision_id == decision.id
    )
    return [each for each in session.scalars(found.order_by(DecisionConcern.id)) if each]
