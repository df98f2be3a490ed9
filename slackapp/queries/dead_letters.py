"""What cannot be posted, over all workspaces: for the operator's eyes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.models.outbox import Gate, Lane, Message, Progress
from slackapp.models.workspaces import Workspace

MOST = 20  # lines of the doctor; the log has all


@dataclass(frozen=True)
class DeadByReason:
    """So many messages to one place that Slack refuses for one reason."""

    channel: str
    reason: str
    count: int


@dataclass(frozen=True)
class Shut:
    """A workspace in which nothing may be posted; the moment is UTC."""

    workspace: str
    reason: str
    since: datetime


def by_reason(session: Session) -> list[DeadByReason]:
    """The dead messages of every workspace, the most first."""
    columns = (Lane.channel, Message.error, func.count(Message.id))
    dead = select(*columns).join(Lane, Lane.id == Message.lane_id).where(Message.state == Progress.DEAD)
    grouped = dead.group_by(Lane.workspace_id, Lane.channel, Message.error)
    return [DeadByReason(*row) for row in session.execute(grouped.order_by(func.count(Message.id).desc()).limit(MOST))]


def shut_gates(session: Session) -> list[Shut]:
    """The workspaces that Slack has closed to us."""
    shut = select(Workspace.name, Gate.reason, Gate.shut_at).join(Workspace, Workspace.id == Gate.workspace_id)
    standing = shut.where(Gate.lifted_at.is_(None), Gate.not_before > now(session))
    return [Shut(name, reason, since or now(session)) for name, reason, since in session.execute(standing)]
