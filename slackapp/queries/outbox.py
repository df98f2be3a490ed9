"""What waits to be posted, over all workspaces: for the operator's eyes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.models.outbox import Message, Progress

OPEN = (Progress.PENDING, Progress.SENDING)


@dataclass(frozen=True)
class Backlog:
    """How many messages Slack does not have, by state, and how long the oldest that is still to come has waited."""

    counts: Mapping[Progress, int]
    oldest: timedelta


def backlog(session: Session) -> Backlog:
    """Everything that is not done, of every workspace."""
    counted = select(Message.state, func.count()).where(Message.state.in_((*OPEN, Progress.DEAD)))
    counts = {state: count for state, count in session.execute(counted.group_by(Message.state))}  # noqa: C416 - rows, for mypy
    first = session.scalar(select(func.min(Message.created_at)).where(Message.state.in_(OPEN)))
    return Backlog(dict.fromkeys((*OPEN, Progress.DEAD), 0) | counts, now(session) - first if first else timedelta(0))
