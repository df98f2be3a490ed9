"""How a proposal ends, and how a decision does: decided, rejected, reversed."""

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import Actor
from slackapp.models.decision_life import State, Verb
from slackapp.models.decisions import Decision
from slackapp.rules.decisions import chains, limits, timing, voices
from slackapp.rules.decisions.steps import Turn, begin, end, movers


def decide(session: Session, decision_id: int, *, by: Actor, why: str = "") -> None:
    """The decider says yes; over an open objection with a word to whoever objects."""
    turn = begin(session, decision_id, Verb.DECIDE, by=by)
    if voices.objectors(session, turn.decision) and not why:
        raise InvalidInput("reason", "Somebody objects: say why it is decided all the same.")
    _decide(session, turn, why=limits.words("reason", why))


def decide_by_silence(session: Session, decision: Decision) -> None:
    """Nobody objected until the day that was set, and the decider chose that this is a yes (DEC-4)."""
    _decide(session, Turn(decision, Verb.DECIDE, decision.state), why="")


def reject(session: Session, decision_id: int, *, by: Actor, why: str) -> None:
    """The decider says no, with a reason."""
    turn = begin(session, decision_id, Verb.REJECT, by=by)
    turn.decision.state, turn.decision.closed_at = State.REJECTED, now(session)
    timing.over(session, turn.decision)
    end(session, turn, why=limits.reason(why), tell=movers(turn.decision))


def reverse(session: Session, decision_id: int, *, by: Actor, why: str) -> None:
    """It no longer holds, and nothing takes its place; at its review this is the answer "drop"."""
    turn = begin(session, decision_id, Verb.REVERSE, by=by)
    decision = turn.decision
    decision.state, decision.closed_at, decision.stale_since = State.REVERSED, now(session), None
    if turn.before is State.REVIEW_DUE:
        decision.turned_out = limits.reason(why)
    timing.over(session, decision)
    end(session, turn, why=limits.reason(why), tell=movers(decision))


def _decide(session: Session, turn: Turn, *, why: str) -> None:
    decision = turn.decision
    decision.state, decision.decided_at = State.DECIDED, now(session)
    timing.decided(session, decision)
    end(session, turn, why=why, tell=movers(decision))
    chains.supersede_replaced(session, decision, by=turn.by)
