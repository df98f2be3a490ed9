"""The numbers of a digest: what waits between which teams, and how each kept the time that was agreed."""

from datetime import timedelta

from sqlalchemy import Select, Subquery, and_, case, func, literal, or_, select, union, union_all
from sqlalchemy.orm import Session, aliased

from slackapp.models.request_lateness import UNANSWERED
from slackapp.models.request_life import RequestState
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.permissions import audience as permissions
from slackapp.queries.digests.content import Between, Kept
from slackapp.queries.digests.requests import asked_by, asked_of, is_late
from slackapp.queries.digests.scope import DigestScope

DAY = timedelta(days=1)
FINISHED = (RequestState.DONE, RequestState.CONFIRMED)


def stuck(session: Session, scope: DigestScope, most: int | None = None) -> tuple[tuple[Between, ...], int]:
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


def kept(session: Session, scope: DigestScope) -> tuple[Kept, ...]:
    """How each team kept the time for an answer in the period; teams, never people (QUI-3).

    What is unanswered although its time is over was not kept, in every period until it is answered.
    """
    due = union_all(_answered(scope), _unanswered(scope)).subquery()
    answered, in_time, waiting = (func.sum(due.c[each]) for each in ("answered", "in_time", "waiting"))
    found = (
        select(Team.name, answered, in_time, waiting)
        .join(due, due.c.to_team_id == Team.id)
        .where(Team.workspace_id == scope.workspace_id)
        .group_by(Team.id, Team.name)
        .order_by(func.count().desc(), Team.name)
    )
    return tuple(Kept(name, int(a), int(t), int(w)) for name, a, t, w in session.execute(found))


def _answered(scope: DigestScope) -> Select[int, int, int, int]:
    in_time = case((Request.answered_in_time.is_(True), 1), else_=0).label("in_time")
    facts = (Request.to_team_id, literal(1).label("answered"), in_time, literal(0).label("waiting"))
    return select(*facts).where(
        Request.workspace_id == scope.workspace_id,
        Request.to_team_id.in_(scope.asked_ids),
        Request.answered_at > scope.since,
        Request.answered_at <= scope.until,
        permissions.requests(scope.audience),
    )


def _unanswered(scope: DigestScope) -> Select[int, int, int, int]:
    facts = (literal(0).label("answered"), literal(0).label("in_time"), literal(1).label("waiting"))
    is_missed = and_(Request.state.in_(UNANSWERED), Request.missed_at <= scope.until)
    is_over = and_(Request.state == RequestState.OPEN, Request.answer_by <= scope.until)
    return asked_of(scope).with_only_columns(Request.to_team_id, *facts).where(or_(is_missed, is_over))


def finished(session: Session, scope: DigestScope) -> int:
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


def _waiting(scope: DigestScope) -> Subquery:
    """All that is under way to the teams and from them, each once."""
    facts = (
        Request.from_team_id,
        Request.to_team_id,
        Request.submitted_at,
        case((is_late(scope), 1), else_=0).label("late"),
        case((Request.state == RequestState.BLOCKED, 1), else_=0).label("blocked"),
    )
    return union(asked_of(scope).add_columns(*facts), asked_by(scope).add_columns(*facts)).subquery()
