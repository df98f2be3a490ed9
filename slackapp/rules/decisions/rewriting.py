"""The text of a proposal is changed, or that of a decision corrected (DEC-4)."""

from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput
from slackapp.ids import Actor, UserId
from slackapp.models.decision_life import DecisionVerb
from slackapp.models.decision_texts import Wording
from slackapp.rules.decisions import answering, validation, versions, voices
from slackapp.rules.decisions.steps import DecisionTurn, begin, end, movers


def edit(session: Session, decision_id: int, said: Wording, *, by: Actor, why: str = "") -> None:
    """Change a proposal. What people have said so far stays; whoever objects is asked whether that is settled."""
    turn = begin(session, decision_id, DecisionVerb.EDIT, by=by)
    _rewrite(session, turn, said, why=validation.words("reason", why), by=by.user_id)
    end(session, turn, why=why, version=str(turn.decision.version))
    for objector in voices.objectors(session, turn.decision):
        answering.remark(session, turn.decision, objector, "edited", once=str(turn.decision.version))


def correct(session: Session, decision_id: int, said: Wording, *, by: Actor, why: str) -> None:
    """Correct what was decided: a new version with its author, time and reason. It is never done silently."""
    turn = begin(session, decision_id, DecisionVerb.CORRECT, by=by)
    _rewrite(session, turn, said, why=validation.reason(why), by=by.user_id)
    end(session, turn, why=why, tell=movers(turn.decision), version=str(turn.decision.version))


def _rewrite(session: Session, turn: DecisionTurn, said: Wording, *, why: str, by: UserId) -> None:
    decision, texts = turn.decision, validation.wording(said)
    if texts == Wording(decision.title, decision.text, decision.context, decision.options):
        raise InvalidInput("text", "Nothing is changed yet.")
    decision.title, decision.text = texts.title, texts.text
    decision.context, decision.options = texts.context, texts.options
    decision.version += 1
    versions.keep(session, decision, by=by, why=why)
