"""The queues: holding one, letting it go, and keeping count of what waits in it."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.outbox import Gate, Lane, Message, Progress

AT_ONCE = 20  # claimed in one transaction, which must stay short
LEASE = timedelta(seconds=90)  # longer than a call with files and all tries to write down what became of it
OPEN = frozenset({Progress.PENDING, Progress.SENDING})


class LaneKey(NamedTuple):
    """A lane by its numbers alone: enough to come back to it, also where its row cannot be read."""

    workspace_id: WorkspaceId
    id: int


def free(session: Session, wanted: ColumnElement[bool], most: int = AT_ONCE) -> list[Lane]:
    """Lanes with open messages that nobody holds and nothing keeps back, locked until the commit."""
    oldest = select(Lane).where(_is_free(session), wanted).order_by(Lane.not_before, Lane.id).limit(most)
    # Skipped where another worker is claiming them: nobody waits for a lane.
    return list(session.scalars(oldest.with_for_update(skip_locked=True, of=Lane)))


def names_of_free(session: Session, wanted: ColumnElement[bool], most: int = AT_ONCE) -> list[LaneKey]:
    """The same lanes, neither locked nor read."""
    names = select(Lane.workspace_id, Lane.id).where(_is_free(session), wanted)
    return [LaneKey(*row) for row in session.execute(names.order_by(Lane.not_before, Lane.id).limit(most))]


def _is_free(session: Session) -> ColumnElement[bool]:
    at = now(session)
    shut = select(Gate).where(Gate.workspace_id == Lane.workspace_id, Gate.not_before > at).exists()
    return and_(Lane.pending > 0, Lane.not_before <= at, Lane.lease_until <= at, ~shut)


def doubt(tried_before: datetime | None = None) -> ColumnElement[bool]:
    """Whether the lane's first message was called and has no answer; with a moment, one called before it."""
    doubts = select(Message.id).where(Message.lane_id == Lane.id, Message.state == Progress.SENDING)
    if tried_before:
        doubts = doubts.where(Message.attempt_at <= tried_before)
    return doubts.exists()


def waiting(lane: Lane, state: Progress) -> Select[Message]:
    """The messages of a lane in this state, in their order."""
    own = select(Message).where(Message.lane_id == lane.id, Message.state == state)
    return own.order_by(Message.id)


def hold(session: Session, lane: Lane, owner: str) -> None:
    """Nobody else touches the lane while the lease lasts; the epoch tells a late worker that it lost it."""
    lane.owner, lane.lease_until = owner, now(session) + LEASE
    lane.epoch += 1


def locked(session: Session, lane_ids: Collection[int]) -> dict[int, Lane]:
    """The lanes by their numbers, as they are once every other transaction that changes them has ended.

    They are locked in the order in which `outbox.put` locks them, so that nobody waits for each other.
    """
    found = select(Lane).where(Lane.id.in_(lane_ids)).order_by(Lane.workspace_id, Lane.channel)
    return {lane.id: lane for lane in session.scalars(found.with_for_update())}


def release(session: Session, lane: Lane, wait: timedelta) -> None:
    """Let others have the lane, after so long a wait."""
    at = now(session)
    lane.owner, lane.lease_until, lane.not_before = "", at, at + wait


def close(lane: Lane, message: Message, state: Progress, error: str = "") -> None:
    """Be done with a message; the lane then has one less that waits."""
    if message.state in OPEN:
        lane.pending -= 1
    message.state, message.error = state, error


def reopen(lane: Lane, message: Message) -> None:
    """Let a message that was held wait in its lane again."""
    lane.pending += 1
    message.state = Progress.PENDING
