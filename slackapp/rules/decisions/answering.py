"""The people consulted answer a proposal; the decider gives more time or a stand-in, or lets silence count."""

from datetime import date

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.errors import InvalidInput, NotPossibleNow
from slackapp.ids import Actor, UserId
from slackapp.models.decision_life import STANCES, Verb
from slackapp.models.decisions import Decision, DecisionVoice
from slackapp.permissions import decisions as permissions
from slackapp.queries.people import name_of
from slackapp.rules.decisions import limits, silence, timing, voices
from slackapp.rules.decisions.places import prompt_key
from slackapp.rules.decisions.steps import begin, end


def agree(session: Session, decision_id: int, *, by: Actor) -> None:
    """Say yes, as one of those who are consulted; it settles an objection of one's own."""
    _say(session, decision_id, Verb.AGREE, by=by)


def object_to(session: Session, decision_id: int, *, by: Actor, why: str) -> None:
    """Say no, with a reason: as long as it stands, nothing is decided by silence."""
    decision = _say(session, decision_id, Verb.OBJECT, by=by, why=limits.reason(why))
    decider = permissions.acting_decider(session, decision)
    remark(session, decision, decider, "objected", once=f"{by.user_id}:{now(session)}", person=by.user_id)


def abstain(session: Session, decision_id: int, *, by: Actor) -> None:
    """Leave it to the others."""
    _say(session, decision_id, Verb.ABSTAIN, by=by)


def more_time(session: Session, decision_id: int, *, by: Actor, until: date | None) -> None:
    """Let people answer until a later day."""
    turn = begin(session, decision_id, Verb.MORE_TIME, by=by)
    former = turn.decision.until
    timing.set_until(session, turn.decision, until)
    if former and turn.decision.until and turn.decision.until <= former:
        raise InvalidInput("until", "Choose a later day than {date}.", date=former)
    silence.forget(session, turn.decision)
    timing.collect(session, turn.decision)
    end(session, turn, until=turn.decision.until.isoformat() if turn.decision.until else "")


def stand_in(session: Session, decision_id: int, *, by: Actor, away: UserId | None, person: UserId | None) -> None:
    """Ask somebody in the place of one who is away; they are prompted as everybody else was."""
    turn = begin(session, decision_id, Verb.STAND_IN, by=by)
    decision = turn.decision
    voice = voices.voice_of(session, decision, away)
    if voice is None or voice.stand_in_id:
        raise InvalidInput("away", "Choose somebody who is consulted.")
    if voice.stance:
        name = name_of(session, by.workspace_id, voice.user_id)
        raise InvalidInput("away", "{person} has answered already.", person=name)
    chosen = limits.somebody(session, by.workspace_id, "stand_in", person)
    if chosen.user_id == decision.decider_id or voices.voice_of(session, decision, chosen.user_id):
        raise InvalidInput("stand_in", "{person} is heard already. Choose somebody else.", person=chosen.name)
    voice.stand_in_id = chosen.user_id
    session.add(DecisionVoice(workspace_id=by.workspace_id, decision_id=decision.id, user_id=chosen.user_id, reason=""))
    session.flush()
    end(session, turn, away=name_of(session, by.workspace_id, voice.user_id), person=chosen.name)


def let_silence_count(session: Session, decision_id: int, *, by: Actor) -> None:
    """The decider chooses that nobody's objection by the agreed day is a yes (DEC-4)."""
    turn = begin(session, decision_id, Verb.SILENCE, by=by)
    if turn.decision.silence_counts:
        raise NotPossibleNow("Silence counts already.")
    if turn.decision.until_at is None or turn.decision.until_at <= now(session):
        raise NotPossibleNow("Give people time first, until a day that is still to come: silence counts from then on.")
    turn.decision.silence_counts = True
    end(session, turn)


def remark(session: Session, decision: Decision, to: UserId, what: str, *, once: str, person: str = "") -> None:
    """Tell somebody under their prompt what has happened to it since."""
    outbox.say(
        session,
        decision.workspace_id,
        to,
        "decision.remark",
        once=f"decision.remark:{decision.id}:{to}:{what}:{once}",
        thread=prompt_key(decision.id, to),
        decision=decision.id,
        what=what,
        person=person,
    )


def _say(session: Session, decision_id: int, verb: Verb, *, by: Actor, why: str = "") -> Decision:
    turn = begin(session, decision_id, verb, by=by)
    voice = voices.voice_of(session, turn.decision, by.user_id)
    if voice is None or (voice.stance is STANCES[verb] and voice.reason == why):
        raise NotPossibleNow("You said so already.")
    voice.unheard = None
    voice.stance, voice.reason, voice.answered_at = STANCES[verb], why, now(session)
    end(session, turn, why=why)
    return turn.decision
