"""Messages that were kept back for somebody, and the one message in which they come together."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from delivery import lanes
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.rules import bundles, timers


def hold(session: Session, lane: Lane, message: Message, until: datetime | None) -> None:
    """Take a message out of its lane, so that what must not wait can overtake it."""
    lanes.close(lane, message, Progress.HELD)
    message.payload = None  # by then other things may be true
    if until:
        timers.by(session, lane.workspace_id, bundles.KIND, lane.id, at=until)


def close(session: Session, lane: Lane, message: Message, state: Progress, *, error: str = "") -> None:
    """Be done with a message, and with those that came in it."""
    lanes.close(lane, message, state, error)
    if message.kind == bundles.MESSAGE:
        theirs = (Message.workspace_id == message.workspace_id, Message.lane_id == lane.id)
        parts = update(Message).where(*theirs, Message.state == Progress.HELD, Message.bundle == message.dedupe_key)
        session.execute(parts.values(state=state, error=error, attempt_at=message.attempt_at))
