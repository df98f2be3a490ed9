"""Taking messages in hand: those whose turn it is, and those of which nobody knows whether Slack has them."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import ColumnElement, and_
from sqlalchemy.orm import Session

from delivery import bundles, claim, lanes, places, quiet_hours, rate_limits, rendering
from delivery.claim import Claim
from delivery.rendering import Kinds, Unfit
from delivery.worker import Worker
from slackapp.clock import now
from slackapp.models.outbox import Lane, Message, Progress

MOST_DROPPED = 50  # in one transaction, which locks the lane as long
SETTLES = timedelta(seconds=30)
"""So long may a posted message stay invisible in history: a look before that proves nothing."""


def due(session: Session, worker: Worker, *, but: Collection[int] = (), most: int = lanes.AT_ONCE) -> list[Claim]:
    """The first message of up to 20 lanes: rendered, frozen, and marked as being sent before it is."""
    free = lanes.free(session, and_(is_due(session, worker), Lane.id.not_in(but)), most)
    return [taken for lane in free if (taken := _first(session, lane, worker))]


def doubtful(session: Session, worker: Worker, *, but: Collection[int] = (), most: int = lanes.AT_ONCE) -> list[Claim]:
    """Messages that were called and have no answer, long enough ago to find out what became of them."""
    free = lanes.free(session, and_(is_doubtful(session, worker), Lane.id.not_in(but)), most)
    return [taken for lane in free if (taken := _doubted(session, lane, worker))]


def is_due(session: Session, worker: Worker) -> ColumnElement[bool]:
    """Whether a lane has a message to send."""
    return ~lanes.doubt() & worker.releases.may_take(now(session))


def is_doubtful(session: Session, worker: Worker) -> ColumnElement[bool]:
    """Whether it has one of which nobody knows whether Slack has it."""
    return lanes.doubt(tried_before=now(session) - SETTLES) & worker.releases.may_take(now(session))


def first(session: Session, lane: Lane, worker: Worker, *, is_last_try: bool) -> Claim | None:
    """The first message of one lane, and no other: what fails then is about this message.

    The last time nobody asks whether its reader wants quiet: a message that comes is better than none.
    """
    return _first(session, lane, worker, most=1, asks_for_quiet=not is_last_try)


def doubted(session: Session, lane: Lane, worker: Worker, *, is_last_try: bool) -> Claim | None:  # noqa: ARG001
    """The message of one lane that is in doubt."""
    return _doubted(session, lane, worker)


def _first(
    session: Session, lane: Lane, worker: Worker, *, most: int = MOST_DROPPED, asks_for_quiet: bool = True
) -> Claim | None:
    for message in session.scalars(lanes.waiting(lane, Progress.PENDING).limit(most)).all():
        if worker.releases.leaves(session, lane, message):
            return None
        if asks_for_quiet and (hold := quiet_hours.held(session, lane, message, worker.kinds)):
            bundles.hold(session, lane, message, hold.until)
        elif unfit := _unfit(session, lane, message, worker.kinds):
            bundles.close(session, lane, message, unfit[0], error=unfit[1])
        else:
            return _sending(session, lane, message, worker)
    return None


def _unfit(session: Session, lane: Lane, message: Message, kinds: Kinds) -> Unfit | None:
    """Why it is not sent at all, now that its turn has come."""
    if message.expires_at and message.expires_at <= now(session):
        return Progress.EXPIRED, "its time was over before it could be posted"
    if message.thread and not places.of_thread(session, message):
        return Progress.DEAD, "the card in whose thread it goes does not stand in the channel"
    return rendering.freeze(session, lane, message, kinds)


def _sending(session: Session, lane: Lane, message: Message, worker: Worker) -> Claim | None:
    if _must_read(session, lane, message, worker) and _may_not_look(session, lane):
        return None
    lanes.hold(session, lane, worker.name)
    disturbs = quiet_hours.disturbs(session, lane, message, worker.kinds)
    taken = claim.of(session, lane, message, resends=rendering.resends(message, worker.kinds), disturbs=disturbs)
    message.state = Progress.SENDING
    message.attempts += 1
    message.attempt_at = taken.claimed_at
    message.first_attempt_at = message.first_attempt_at or taken.claimed_at
    return taken


def _must_read(session: Session, lane: Lane, message: Message, worker: Worker) -> bool:
    if not claim.is_old(session, lane, message):
        return False
    lost, thread = claim.lost_before(session, message), places.of_thread(session, message)
    return not worker.lost.has_read(lane.id, thread, lost)


def _doubted(session: Session, lane: Lane, worker: Worker) -> Claim | None:
    message = session.scalars(lanes.waiting(lane, Progress.SENDING).limit(1)).first()
    if message is None:
        return None
    if places.of_card(session, message):
        message.state = Progress.PENDING  # updating twice is the same as once: there is nothing to find out
        return None
    if worker.releases.leaves(session, lane, message) or _may_not_look(session, lane):
        return None
    lanes.hold(session, lane, worker.name)
    message.doubted_at = now(session)
    return claim.of(session, lane, message, resends=rendering.resends(message, worker.kinds))


def _may_not_look(session: Session, lane: Lane) -> bool:
    """Whether the workspace's channels may not be looked through now; one look uses up what a slow one gives."""
    opens = rate_limits.open_at(session, lane.workspace_id)
    if opens > now(session):
        lane.not_before = opens
        return True
    if rate_limits.is_slow(session, lane.workspace_id):
        rate_limits.slow_down(session, lane.workspace_id, rate_limits.ONE_LOOK)
    return False
