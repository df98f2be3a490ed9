"""The decider says yes or no, gives people more time or a stand-in, or lets silence count."""

from datetime import date

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput, NotPossibleNow
from slackapp.ids import Actor, UserId
from slackapp.models.decision_life import DecisionState, DecisionVerb
from slackapp.models.decisions import Decision, DecisionVoice
from slackapp.queries.people import name_of
from slackapp.rules.decisions import chains, dates, silence, validation, voices
from slackapp.rules.decisions.steps import DecisionTurn, begin, end, movers


def decide(session: Session, decision_id: int, *, by: Actor, why: str = "") -> None:
    """The decider says yes; over an open objection with a word to whoever objects."""
    turn = begin(session, decision_id, DecisionVerb.DECIDE, by=by)
    if voices.objectors(session, turn.decision) and not why:
        raise InvalidInput("reason", "Somebody objects: say why it is decided all the same.")
    _decide(session, turn, why=validation.words("reason", why))


def decide_by_silence(session: Session, decision: Decision) -> None:
    """Nobody objected until the day that was set, and the decider chose that this is a yes (DEC-4)."""
    _decide(session, DecisionTurn(decision, DecisionVerb.DECIDE, decision.state), why="")


def reject(session: Session, decision_id: int, *, by: Actor, why: str) -> None:
    """The decider says no, with a reason."""
    turn = begin(session, decision_id, DecisionVerb.REJECT, by=by)
    turn.decision.state, turn.decision.closed_at = DecisionState.REJECTED, now(session)
    dates.over(session, turn.decision)
    end(session, turn, why=validation.reason(why), tell=movers(turn.decision))


def more_time(session: Session, decision_id: int, *, by: Actor, until: date | None) -> None:
    """Let people answer until a later day."""
    turn = begin(session, decision_id, DecisionVerb.MORE_TIME, by=by)
    former = turn.decision.until
    dates.set_until(session, turn.decision, until)
    if former and turn.decision.until and turn.decision.until <= former:
        raise InvalidInput("until", "Choose a later day than {date}.", date=former)
    silence.forget(session, turn.decision)
    dates.collect(session, turn.decision)
    end(session, turn, until=turn.decision.until.isoformat() if turn.decision.until else "")


def stand_in(session: Session, decision_id: int, *, by: Actor, away: UserId | None, person: UserId | None) -> None:
    """Ask somebody in the place of one who is away; they are prompted as everybody else was."""
    turn = begin(session, decision_id, DecisionVerb.STAND_IN, by=by)
    decision = turn.decision
    voice = voices.voice_of(session, decision, away)
    if voice is None or voice.stand_in_id:
        raise InvalidInput("away", "Choose somebody who is consulted.")
    if voice.stance:
        name = name_of(session, by.workspace_id, voice.user_id)
        raise InvalidInput("away", "{person} has answered already.", person=name)
    chosen = validation.somebody(session, by.workspace_id, "stand_in", person)
    if chosen.user_id == decision.decider_id or voices.voice_of(session, decision, chosen.user_id):
        raise InvalidInput("stand_in", "{person} is heard already. Choose somebody else.", person=chosen.name)
    voice.stand_in_id = chosen.user_id
    session.add(DecisionVoice(workspace_id=by.workspace_id, decision_id=decision.id, user_id=chosen.user_id, reason=""))
    session.flush()
    end(session, turn, away=name_of(session, by.workspace_id, voice.user_id), person=chosen.name)


def let_silence_count(session: Session, decision_id: int, *, by: Actor) -> None:
    """The decider chooses that nobody's objection by the agreed day is a yes (DEC-4)."""
    turn = begin(session, decision_id, DecisionVerb.SILENCE, by=by)
    if turn.decision.silence_counts:
        raise NotPossibleNow("Silence counts already.")
    if turn.decision.until_at is None or turn.decision.until_at <= now(session):
        raise NotPossibleNow("Give people time first, until a day that is still to come: silence counts from then on.")
    turn.decision.silence_counts = True
    end(session, turn)


def _decide(session: Session, turn: DecisionTurn, *, why: str) -> None:
    decision = turn.decision
    decision.state, decision.decided_at = DecisionState.DECIDED, now(session)
    dates.decided(session, decision)
    end(session, turn, why=why, tell=movers(decision))
    chains.supersede_replaced(session, decision, by=turn.by)
