"""Workspaces that must not be called for a while."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.database import insert_new
from slackapp.ids import WorkspaceId
from slackapp.models.outbox import Gate, Message, Progress

TRIES_AGAIN = timedelta(minutes=5)
"""A token that came back without anybody telling us is found within this time."""
THROTTLED = "ratelimited"
LATELY = timedelta(seconds=60)  # Slack counts by the minute


def shut(session: Session, workspace_id: WorkspaceId, reason: str, wait: timedelta) -> None:
    """Keep everything of a workspace waiting; a gate that is shut for longer already stays so."""
    at, until = now(session), now(session) + wait
    if insert_new(session, Gate, workspace_id=workspace_id, not_before=until, reason=reason, shut_at=at):
        return
    standing = update(Gate).where(Gate.workspace_id == workspace_id)
    session.execute(standing.where(_is_open(at)).values(shut_at=at, lifted_at=None, reason=reason))
    session.execute(standing.where(Gate.not_before < until).values(not_before=until, reason=reason))


def lift(session: Session, workspace_id: WorkspaceId) -> None:
    """Resume at once, as after a new installation."""
    at = now(session)
    shut_now = update(Gate).where(Gate.workspace_id == workspace_id, ~_is_open(at))
    session.execute(shut_now.values(not_before=at, lifted_at=at))


def passed(session: Session, claimed: Mapping[WorkspaceId, datetime]) -> None:
    """Something that was claimed at this moment got through: a gate that was shut before it is open again."""
    for workspace_id, at in claimed.items():
        shut_before = update(Gate).where(Gate.workspace_id == workspace_id, Gate.shut_at < at, Gate.lifted_at.is_(None))
        session.execute(shut_before.values(not_before=now(session), lifted_at=now(session)))


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
    at = now(session)
    insert_new(session, Gate, workspace_id=workspace_id, not_before=at, reason=THROTTLED, lifted_at=at)
    session.scalars(select(Gate).where(Gate.workspace_id == workspace_id).with_for_update()).first()


def _is_open(at: datetime) -> ColumnElement[bool]:
    """Lifted, or the end of a pause for which Slack had asked. A token that is gone stays so until a call works."""
    return or_(Gate.lifted_at.is_not(None), (Gate.reason == THROTTLED) & (Gate.not_before <= at))
