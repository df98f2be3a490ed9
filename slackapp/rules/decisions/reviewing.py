"""A decision in force: teams see it, and on its review date it is kept (DEC-6, DEC-7)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now, today
from slackapp.errors import NotPossibleNow
from slackapp.ids import Actor, WorkspaceId
from slackapp.models.decision_life import DecisionState, DecisionVerb
from slackapp.models.decisions import Decision, DecisionConcern
from slackapp.models.teams import Team
from slackapp.permissions.viewer import viewer
from slackapp.rules.decisions import dates, validation
from slackapp.rules.decisions.steps import DecisionTurn, begin, end
from slackapp.rules.person_hours import hours_of


def see(session: Session, decision_id: int, *, by: Actor) -> None:
    """A team has seen it: all of the teams of this person that it concerns. Who of them said so is not kept."""
    turn = begin(session, decision_id, DecisionVerb.SEEN, by=by)
    unseen = [each for each in _of_their_teams(session, turn.decision, by) if each.seen_at is None]
    if not unseen:
        raise NotPossibleNow("Your team has seen it already.")
    for concern in unseen:
        concern.seen_at = now(session)
    names = _names(session, by.workspace_id, [concern.team_id for concern in unseen])
    end(session, DecisionTurn(turn.decision, DecisionVerb.SEEN, turn.before), teams=", ".join(names))


def keep(session: Session, decision_id: int, *, by: Actor, turned_out: str, review_on: date | None) -> None:
    """At its review: it still holds; how it turned out, and when to look again, if ever."""
    turn = begin(session, decision_id, DecisionVerb.KEEP, by=by)
    decision = turn.decision
    hours = hours_of(session, decision.workspace_id, decision.driver_id)
    decision.review_on = validation.day("review", review_on, today(session, hours.tz)) if review_on else None
    decision.turned_out = validation.reason(turned_out)
    decision.state, decision.stale_since = DecisionState.DECIDED, None
    dates.await_review(session, decision)
    end(session, turn, why=turned_out, review=review_on.isoformat() if review_on else "")


def _names(session: Session, workspace_id: WorkspaceId, team_ids: list[int | None]) -> list[str]:
    found = select(Team.name).where(Team.workspace_id == workspace_id, Team.id.in_(team_ids))
    return list(session.scalars(found.order_by(Team.key)))


def _of_their_teams(session: Session, decision: Decision, by: Actor) -> list[DecisionConcern]:
    theirs = viewer(session, by).team_ids
    found = select(DecisionConcern).where(
        DecisionConcern.workspace_id == by.workspace_id,
        DecisionConcern.decision_id == decision.id,
        DecisionConcern.team_id.in_(theirs),
    )
    return list(session.scalars(found.order_by(DecisionConcern.id)))
