"""The decisions that somebody takes along: all that they may see, and no more (DEC-7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.decisions import Decision
from slackapp.permissions.decisions import visible_to
from slackapp.permissions.viewer import viewer
from slackapp.queries.decisions.cards import DecisionCard, card_of

MOST = 5000  # files of one archive; the newest, where there are more


@dataclass(frozen=True)
class DecisionRecords:
    """Decisions in the order of their numbers; `total` counts also those that were too many."""

    cards: tuple[DecisionCard, ...]
    total: int


def records(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> DecisionRecords:
    """Everything that this person may see now, the newest 5,000 at the most."""
    mine = visible_to(viewer(session, Actor(workspace_id, UserId(str(refs["person"])))))
    total = session.scalar(select(func.count()).select_from(Decision).where(mine)) or 0
    newest = session.scalars(select(Decision).where(mine).order_by(Decision.number.desc()).limit(MOST)).all()
    return DecisionRecords(tuple(card_of(session, each) for each in reversed(newest)), total)


def count(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> int:
    """How many that will be, for the message that the files come with."""
    mine = visible_to(viewer(session, Actor(workspace_id, UserId(str(refs["person"])))))
    return session.scalar(select(func.count()).select_from(Decision).where(mine)) or 0
