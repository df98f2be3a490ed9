"""The numbers of a digest: what waits between which teams, and how each kept the time that was agreed."""

from datetime import timedelta

from sqlalchemy import Subquery, case, func, select, union
from sqlalchemy.orm import Session, aliased

from slackapp.models.request_life import State
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.permissions import audience as permissions
from slackapp.queries.digests.content import Between, Kept
from slackapp.queries.digests.requests import asked_by, asked_of, is_late
from slackapp.queries.digests.scope import Scope

DAY = timedelta(days=1)
FINISHED = (State.DONE, State.CONFIRMED)


def stuck(session: Session, scope: Scope, most: int | None = None) -> tuple[tuple[Between, ...], int]:
    """Between which teams something is late or blocked, what has waited longest first, and between how many in all."""
    waiting, from_team, to_team = _waiting(scope), aliased(Team), aliased(Team)
    late, blocked = func.sum(waiting.c.late), func.sum(waiting.c.blocked)
    oldest = func.min(case((waiting.c.late + waiting.c.blocked > 0, waiting.c.submitted_at)))
    found = (
        select(from_team.name, to_team.name, func.count(), late, blocked, oldest, func.count().over())
        .select_from(waiting)
        .join(from_team, from_team.id == waiting.c.from_team_id)
        .join(to_team, to_team.id == waiting.c.to_team_id)
        .group_by(from_team.id, from_team.name, to_team.id, to_team.name)
        .having(oldest.is_not(None))
        .order_by(oldest, from_team.name, to_team.name)
        .limit(most)
    )
    rows = session.execute(found).all()
    pairs = (
        Between(source, target, under_way, late, blocked, (scope.at - since) // DAY)
        for source, target, under_way, late, blocked, since, _ in rows
    )
    return tuple(pairs), rows[0][-1] if rows else 0


def kept(session: Session, scope: Scope) -> tuple[Kept, ...]:
    """How many requests each team answered in the period, and how many of them in time; teams, never people (QUI-3)."""
    answered = func.count()
    found = (
        select(Team.name, answered, func.sum(case((Request.answered_in_time.is_(True), 1), else_=0)))
        .join(Team, Team.id == Request.to_team_id)
        .where(
            Request.workspace_id == scope.workspace_id,
            Request.to_team_id.in_(scope.asked_ids),
            Request.answered_at > scope.since,
            Request.answered_at <= scope.until,
            permissions.requests(scope.audience),
        )
        .group_by(Team.id, Team.name)
        .order_by(answered.desc(), Team.name)
    )
    return tuple(Kept(*row) for row in session.execute(found))


def finished(session: Session, scope: Scope) -> int:
    """How many requests to the teams were finished in the period."""
    found = select(func.count()).where(
        Request.workspace_id == scope.workspace_id,
        Request.to_team_id.in_(scope.asked_ids),
        Request.closed_at > scope.since,
        Request.closed_at <= scope.until,
        Request.state.in_(FINISHED),
        permissions.requests(scope.audience),
    )
    return session.scalar(found) or 0


def _waiting(scope: Scope) -> Subquery:
    """All that is under way to the teams and from them, each once."""
    facts = (
        Request.from_team_id,
        Request.to_team_id,
        Request.submitted_at,
        case((is_late(scope), 1), else_=0).label("late"),
        case((Request.state == State.BLOCKED, 1), else_=0).label("blocked"),
    )
    return union(asked_of(scope).add_columns(*facts), asked_by(scope).add_columns(*facts)).subquery()
