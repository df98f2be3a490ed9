"""What happened to a decision, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.decision_life import State, Verb
from slackapp.models.decisions import Decision, DecisionEvent
from slackapp.queries.decisions.cards import Card, card_of
from slackapp.queries.people import name_of


@dataclass(frozen=True)
class Entry:
    """One line of the history. `about` names what the verb needs: people, teams, a date, another decision."""

    verb: Verb
    at: datetime
    by: str
    before: State
    after: State
    why: str
    about: Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """What somebody is told of a step that another took."""

    card: Card
    entry: Entry


@dataclass(frozen=True)
class Remark:
    """What is said under somebody's prompt: `what` is "objected" or "edited"."""

    card: Card
    what: str
    person: str
    reason: str


def entry(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Entry | None:
    """One line, for a thread."""
    event = _event(session, workspace_id, int(refs["event"]))
    return _entry(session, event) if event else None


def told(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Told | None:
    """One line, for somebody who is told of it."""
    event = _event(session, workspace_id, int(refs["event"]))
    if event is None:
        return None
    decision = session.get_one(Decision, event.decision_id) if event.workspace_id == workspace_id else None
    return Told(card_of(session, decision), _entry(session, event)) if decision else None


def remark(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Remark | None:
    """None when the proposal has been closed, or the objection taken back, in the meantime."""
    found = select(Decision).where(Decision.workspace_id == workspace_id, Decision.id == int(refs["decision"]))
    decision = session.scalars(found).one_or_none()
    if decision is None or decision.state is not State.PROPOSED:
        return None
    shown, person = card_of(session, decision), str(refs["person"])
    said = next((each for each in shown.heard if each.user_id == person), None)
    if person and (said is None or not said.reason):
        return None
    return Remark(shown, str(refs["what"]), said.name if said else "", said.reason if said else "")


def history(session: Session, decision: Decision) -> list[Entry]:
    """Everything that happened to a decision that its reader may see, oldest first."""
    lines = select(DecisionEvent).where(
        DecisionEvent.workspace_id == decision.workspace_id, DecisionEvent.decision_id == decision.id
    )
    return [_entry(session, event) for event in session.scalars(lines.order_by(DecisionEvent.id))]


def _event(session: Session, workspace_id: WorkspaceId, event_id: int) -> DecisionEvent | None:
    found = select(DecisionEvent).where(DecisionEvent.workspace_id == workspace_id, DecisionEvent.id == event_id)
    return session.scalars(found).one_or_none()


def _entry(session: Session, event: DecisionEvent) -> Entry:
    return Entry(
        verb=event.verb,
        at=event.at,
        by=name_of(session, event.workspace_id, UserId(event.by)) if event.by else "",
        before=event.before,
        after=event.after,
        why=event.why,
        about=event.about,
    )
