"""What was held for somebody comes as one message, at their next free moment (QUI-1)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.ids import UserId, WorkspaceId
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.rules import quiet, timers

KIND = quiet.BUNDLES
MESSAGE = "quiet.bundle"
MOST = 20
"""Two blocks for each, of the fifty that a message may have."""


def deliver(session: Session, workspace_id: WorkspaceId, lane_id: int, _: str) -> None:
    """The person of this lane may be free again: bundle what was held, or look again when they are."""
    locked = select(Lane).where(Lane.id == lane_id, Lane.workspace_id == workspace_id)
    # The lane first, as who claims does: two that lock the other way round would wait for each other for ever.
    lane = session.scalars(locked.with_for_update().execution_options(populate_existing=True)).one()
    held = _held(session, lane)
    appointments = [message for message in held if message.kind in quiet.APPOINTMENTS]
    others = [message for message in held if message not in appointments]
    waits = [_keep_appointments(session, lane, appointments), _bundle_others(session, lane, others)]
    if again := min((each for each in waits if each), default=None):
        timers.set(session, lane.workspace_id, KIND, lane.id, stage="", at=again)


def _keep_appointments(session: Session, lane: Lane, held: Sequence[Message]) -> datetime | None:
    """What has a time of its own comes as soon as they do not rest any more; when to look again, if they do."""
    rests_until = quiet.rests_until(session, lane.workspace_id, UserId(lane.channel))
    if held and rests_until > now(session):
        return rests_until
    for message in held:
        message.state = Progress.PENDING
    lane.pending += len(held)
    return None


def _bundle_others(session: Session, lane: Lane, held: Sequence[Message]) -> datetime | None:
    """The rest waits for their hours and their budget; when to look again, if something stays."""
    free, left = _free(session, lane)
    if held and free > now(session):
        return free
    return _let_go(session, lane, held, left) if held else None


def _free(session: Session, lane: Lane) -> tuple[datetime, int]:
    """When this person can be written to, and how many messages are left for them on that day."""
    person = UserId(lane.channel)
    left = quiet.left_today(session, lane.workspace_id, lane.id, person)
    if left <= 0:
        return quiet.free_tomorrow(session, lane.workspace_id, person), left
    return quiet.free_at(session, lane.workspace_id, person), left


def _held(session: Session, lane: Lane) -> Sequence[Message]:
    own = select(Message).where(Message.workspace_id == lane.workspace_id, Message.lane_id == lane.id)
    waiting = own.where(Message.state == Progress.HELD, Message.bundle.is_(None))
    return session.scalars(waiting.order_by(Message.id)).all()


def _let_go(session: Session, lane: Lane, held: Sequence[Message], left: int) -> datetime | None:
    """Lines come together; a card has a thread and buttons of its own, so it comes by itself.

    When to look again for those for which there was no room.
    """
    lines = [message for message in held if not (message.card or message.thread)]
    cards = [message for message in held if message.card or message.thread]
    room = max(1, left - bool(lines))
    for message in [*cards[:room], *(lines if len(lines) == 1 else ())]:
        message.state = Progress.PENDING
        lane.pending += 1
    if len(lines) > 1:
        _bundle(session, lane, lines[:MOST])
    if cards[room:] or lines[MOST:]:
        return quiet.free_tomorrow(session, lane.workspace_id, UserId(lane.channel))
    return None


def _bundle(session: Session, lane: Lane, lines: Sequence[Message]) -> None:
    key = f"{MESSAGE}:{lane.id}:{lines[0].id}:{lines[-1].id}"
    for line in lines:
        line.bundle = key
    outbox.say(session, lane.workspace_id, UserId(lane.channel), MESSAGE, once=key, lane=lane.id, bundle=key)
