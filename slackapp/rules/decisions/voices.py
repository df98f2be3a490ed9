"""What those who are consulted have said."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId
from slackapp.models.decision_life import Stance
from slackapp.models.decisions import Decision, DecisionVoice


def voice_of(session: Session, decision: Decision, user_id: UserId | None) -> DecisionVoice | None:
    """What somebody says; None for somebody who is not consulted."""
    found = select(DecisionVoice).where(
        DecisionVoice.workspace_id == decision.workspace_id,
        DecisionVoice.decision_id == decision.id,
        DecisionVoice.user_id == user_id,
    )
    return session.scalars(found).one_or_none()


def heard(session: Session, decision: Decision) -> list[DecisionVoice]:
    """Those who are waited for: not those in whose place somebody else speaks."""
    found = select(DecisionVoice).where(
        DecisionVoice.workspace_id == decision.workspace_id,
        DecisionVoice.decision_id == decision.id,
        DecisionVoice.stand_in_id.is_(None),
    )
    return list(session.scalars(found.order_by(DecisionVoice.user_id)))


def objectors(session: Session, decision: Decision) -> list[UserId]:
    """Those whose objection is open."""
    return [voice.user_id for voice in heard(session, decision) if voice.stance is Stance.OBJECT]
