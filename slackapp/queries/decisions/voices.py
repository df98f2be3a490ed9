"""Those who are consulted on a decision, and what they say."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId
from slackapp.models.decision_life import Stance, Unheard
from slackapp.models.decisions import Decision, DecisionVoice
from slackapp.queries.people import name_of


@dataclass(frozen=True)
class ShownVoice:
    """One who is consulted: what they say, and who stands in for them."""

    user_id: UserId
    name: str
    stance: Stance | None
    reason: str
    stand_in: str
    unheard: Unheard | None = None
    """Why their silence was no consent when the time was over."""


def voices_of(session: Session, decision: Decision) -> list[ShownVoice]:
    """Everybody, by name."""
    found = select(DecisionVoice).where(
        DecisionVoice.workspace_id == decision.workspace_id, DecisionVoice.decision_id == decision.id
    )
    said = [_said(session, voice) for voice in session.scalars(found)]
    return sorted(said, key=lambda each: each.name.casefold())


def _said(session: Session, voice: DecisionVoice) -> ShownVoice:
    name = name_of(session, voice.workspace_id, voice.user_id)
    stand_in = name_of(session, voice.workspace_id, voice.stand_in_id) if voice.stand_in_id else ""
    return ShownVoice(voice.user_id, name, voice.stance, voice.reason, stand_in, voice.unheard)
