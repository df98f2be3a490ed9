"""What is known about somebody's quiet, and what was held for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import Actor, WorkspaceId
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.models.quiet import USUAL_BUDGET, Budget, Quiet


@dataclass(frozen=True)
class Peace:
    """How somebody is written to: `until` is UTC and None where they did not ask for quiet; `held` waits for them."""

    until: datetime | None
    held: int
    a_day: int


@dataclass(frozen=True)
class BundledMessage:
    """A message that comes together with others."""

    kind: str
    refs: Mapping[str, str | int]


@dataclass(frozen=True)
class Answered:
    """A message that comes together with others, with what its kind has found out."""

    kind: str
    answer: object


Ask = Callable[[Session, WorkspaceId, Mapping[str, str | int]], object]


def peace(session: Session, who: Actor) -> Peace:
    """What `/quiet` alone tells."""
    quiet = session.get(Quiet, (who.workspace_id, who.user_id))
    until = quiet.until if quiet and quiet.until > now(session) else None
    return Peace(until, _held(session, who), a_day(session, who.workspace_id))


def a_day(session: Session, workspace_id: WorkspaceId) -> int:
    """How many direct messages a person gets in a day."""
    chosen = session.get(Budget, workspace_id)
    return chosen.direct_messages if chosen else USUAL_BUDGET


def answered(
    asks: Mapping[str, Ask], session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]
) -> list[Answered] | None:
    """What the kinds of these messages have to say now; None where that is nothing."""
    held = parts(session, workspace_id, refs)
    answers = [Answered(part.kind, asks[part.kind](session, workspace_id, part.refs)) for part in held]
    return [each for each in answers if each.answer is not None] or None


def parts(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> list[BundledMessage]:
    """What comes in a bundle, oldest first."""
    theirs = (Message.workspace_id == workspace_id, Message.lane_id == refs["lane"], Message.bundle == refs["bundle"])
    waiting = select(Message).where(*theirs, Message.state == Progress.HELD)
    live = waiting.where((Message.expires_at.is_(None)) | (Message.expires_at > now(session)))
    return [BundledMessage(each.kind, each.refs) for each in session.scalars(live.order_by(Message.id))]


def _held(session: Session, who: Actor) -> int:
    held = select(func.count(Message.id)).join(Lane, Lane.id == Message.lane_id)
    theirs = (Message.workspace_id == who.workspace_id, Lane.channel == who.user_id)
    return session.scalar(held.where(*theirs, Message.state == Progress.HELD)) or 0
