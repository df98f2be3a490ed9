"""How a decision ends: another takes its place, or it no longer holds."""

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import Actor
from slackapp.models.decision_life import IN_FORCE, DecisionState, DecisionVerb
from slackapp.models.decisions import Decision
from slackapp.rules.decisions import chains, dates, validation
from slackapp.rules.decisions.steps import begin, end, movers


def supersede(session: Session, decision_id: int, *, by: Actor, successor_id: int | None) -> None:
    """Another decision that is in force takes the place of this one."""
    turn = begin(session, decision_id, DecisionVerb.SUPERSEDE, by=by)
    successor = session.get(Decision, successor_id) if successor_id and by.workspace_id else None
    if successor is None or successor.workspace_id != by.workspace_id or successor.state not in IN_FORCE:
        raise InvalidInput("successor", "Choose a decision that is in force.")
    if successor.id == decision_id:
        raise InvalidInput("successor", "A decision cannot replace itself.")
    chains.supersede(session, turn, successor)


def reverse(session: Session, decision_id: int, *, by: Actor, why: str) -> None:
    """It no longer holds, and nothing takes its place; at its review this is the answer "drop"."""
    turn = begin(session, decision_id, DecisionVerb.REVERSE, by=by)
    decision = turn.decision
    decision.state, decision.closed_at, decision.stale_since = DecisionState.REVERSED, now(session), None
    if turn.before is DecisionState.REVIEW_DUE:
        decision.turned_out = validation.reason(why)
    dates.over(session, decision)
    end(session, turn, why=validation.reason(why), tell=movers(decision))
