"""The texts of a decision as they once were (DEC-4)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor
from slackapp.models.decision_texts import Wording
from slackapp.models.decisions import Decision, DecisionVersion
from slackapp.permissions import decisions as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries.people import name_of
from slackapp.references import DECISION


@dataclass(frozen=True)
class Version:
    """One version, with what stood there before it; the first has nothing before it."""

    decision_id: int
    ref: str
    number: int
    newest: int
    by: str
    at: datetime
    why: str
    texts: Wording
    before: Wording | None


def version(session: Session, who: Actor, *, decision_id: int, number: int) -> Version:
    """One version for one reader, the newest where there is none of that number; NotFound as for the decision."""
    seen = select(Decision).where(Decision.id == decision_id, permissions.visible_to(viewer(session, who)))
    decision = session.scalars(seen).one_or_none()
    if decision is None:
        raise NotFound("There is no such decision, or you may not see it.")
    chosen = number if 1 <= number <= decision.version else decision.version
    row = _row(session, decision, chosen)
    return Version(
        decision_id=decision.id,
        ref=DECISION.of(decision.number),
        number=chosen,
        newest=decision.version,
        by=name_of(session, who.workspace_id, row.by),
        at=row.at,
        why=row.why,
        texts=_texts(row),
        before=_texts(_row(session, decision, chosen - 1)) if chosen > 1 else None,
    )


def _row(session: Session, decision: Decision, number: int) -> DecisionVersion:
    found = select(DecisionVersion).where(
        DecisionVersion.workspace_id == decision.workspace_id,
        DecisionVersion.decision_id == decision.id,
        DecisionVersion.number == number,
    )
    return session.scalars(found).one()


def _texts(row: DecisionVersion) -> Wording:
    return Wording(row.title, row.text, row.context, row.options)
