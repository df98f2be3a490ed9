"""What happened to a decision, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models.decision_life import DecisionState, DecisionVerb
from slackapp.models.decisions import Decision, DecisionEvent
from slackapp.queries import history
from slackapp.queries.decisions.cards import DecisionCard, card_of

DecisionEntry = history.Entry[DecisionVerb]


@dataclass(frozen=True)
class DecisionTold:
    """What somebody is told of a step that another took."""

    card: DecisionCard
    entry: DecisionEntry


@dataclass(frozen=True)
class Remark:
    """What is said under somebody's prompt: `what` is "objected" or "edited"."""

    card: DecisionCard
    what: str
    person: str
    reason: str


def entry(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> DecisionEntry | None:
    """One line, for a thread."""
    event = history.event(session, DecisionEvent, workspace_id, refs)
    return history.entry(session, event) if event else None


def told(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> DecisionTold | None:
    """One line, for somebody who is told of it."""
    event = history.event(session, DecisionEvent, workspace_id, refs)
    if event is None:
        return None
    decision = session.get_one(Decision, event.decision_id) if event.workspace_id == workspace_id else None
    return DecisionTold(card_of(session, decision), history.entry(session, event)) if decision else None


def remark(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Remark | None:
    """None when the proposal has been closed, or the objection taken back, in the meantime."""
    found = select(Decision).where(Decision.workspace_id == workspace_id, Decision.id == int(refs["decision"]))
    decision = session.scalars(found).one_or_none()
    if decision is None or decision.state is not DecisionState.PROPOSED:
        return None
    shown, person = card_of(session, decision), str(refs["person"])
    said = next((each for each in shown.heard if each.user_id == person), None)
    if person and (said is None or not said.reason):
        return None
    return Remark(shown, str(refs["what"]), said.name if said else "", said.reason if said else "")


def of(session: Session, decision: Decision) -> tuple[DecisionEntry, ...]:
    """Everything that happened to a decision that its reader may see, oldest first."""
    lines = select(DecisionEvent).where(
        DecisionEvent.workspace_id == decision.workspace_id, DecisionEvent.decision_id == decision.id
    )
    return history.entries(session, lines.order_by(DecisionEvent.id))
