"""Workspaces that must not be called for a while."""

from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.database import insert_new
from slackapp.ids import WorkspaceId
from slackapp.models.outbox import Gate, Message, Progress

TRIES_AGAIN = timedelta(minutes=5)
"""A token that came back without anybody telling us is found within this time."""
THROTTLED = "ratelimited"
LATELY = timedelta(seconds=60)


def shut(session: Session, workspace_id: WorkspaceId, reason: str, wait: timedelta) -> None:
    """Keep everything of a workspace waiting; a gate that is shut for longer already stays so."""
    until = now(session) + wait
    if not insert_new(session, Gate, workspace_id=workspace_id, not_before=until, reason=reason):
        earlier = update(Gate).where(Gate.workspace_id == workspace_id, Gate.not_before < until)
        session.execute(earlier.values(not_before=until, reason=reason))


def lift(session: Session, workspace_id: WorkspaceId) -> None:
    """Resume at once, as after a new installation."""
    session.execute(delete(Gate).where(Gate.workspace_id == workspace_id))


def is_throttled_elsewhere(session: Session, message: Message) -> bool:
    """Whether Slack has just slowed down another lane of the workspace too: then it means all of it."""
    _one_at_a_time(session, message.workspace_id)
    others = select(Message.id).where(
        Message.state == Progress.PENDING,
        Message.attempt_at > now(session) - LATELY,
        Message.workspace_id == message.workspace_id,
        Message.lane_id != message.lane_id,
        Message.error == THROTTLED,
    )
    return session.scalars(others.limit(1)).first() is not None


def _one_at_a_time(session: Session, workspace_id: WorkspaceId) -> None:
    """Two lanes that are slowed down in the same instant must see each other: the gate, still open, is their lock."""
    insert_new(session, Gate, workspace_id=workspace_id, not_before=now(session), reason=THROTTLED)
    session.scalars(select(Gate).where(Gate.workspace_id == workspace_id).with_for_update()).first()
