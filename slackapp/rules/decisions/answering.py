"""The people who are consulted answer a proposal."""

from sqlalchemy.orm import Session

from slackapp import cards, outbox
from slackapp.clock import now
from slackapp.errors import NotPossibleNow
from slackapp.ids import Actor, UserId
from slackapp.models.decision_life import STANCES, DecisionVerb
from slackapp.models.decisions import Decision
from slackapp.permissions import decisions as permissions
from slackapp.rules.decisions import validation, voices
from slackapp.rules.decisions.steps import begin, end


def agree(session: Session, decision_id: int, *, by: Actor) -> None:
    """Say yes, as one of those who are consulted; it settles an objection of one's own."""
    _say(session, decision_id, DecisionVerb.AGREE, by=by)


def object_to(session: Session, decision_id: int, *, by: Actor, why: str) -> None:
    """Say no, with a reason: as long as it stands, nothing is decided by silence."""
    decision = _say(session, decision_id, DecisionVerb.OBJECT, by=by, why=validation.reason(why))
    decider = permissions.acting_decider(session, decision)
    remark(session, decision, decider, "objected", once=f"{by.user_id}:{now(session)}", person=by.user_id)


def abstain(session: Session, decision_id: int, *, by: Actor) -> None:
    """Leave it to the others."""
    _say(session, decision_id, DecisionVerb.ABSTAIN, by=by)


def remark(session: Session, decision: Decision, to: UserId, what: str, *, once: str, person: str = "") -> None:
    """Tell somebody under their prompt what has happened to it since."""
    outbox.say(
        session,
        decision.workspace_id,
        to,
        "decision.remark",
        once=f"decision.remark:{decision.id}:{to}:{what}:{once}",
        thread=cards.decision_prompt(decision.id, to).key,
        decision=decision.id,
        what=what,
        person=person,
    )


def _say(session: Session, decision_id: int, verb: DecisionVerb, *, by: Actor, why: str = "") -> Decision:
    turn = begin(session, decision_id, verb, by=by)
    voice = voices.voice_of(session, turn.decision, by.user_id)
    if voice is None or (voice.stance is STANCES[verb] and voice.reason == why):
        raise NotPossibleNow("You said so already.")
    voice.unheard = None
    voice.stance, voice.reason, voice.answered_at = STANCES[verb], why, now(session)
    end(session, turn, why=why)
    return turn.decision
