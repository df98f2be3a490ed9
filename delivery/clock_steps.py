"""Mending what was written while the clock of the machine was ahead, once it was put back.

Whoever waits for a moment of the old clock would wait as much longer as it was ahead. What was written under it is
known by the moment at which it was written: that lies in the future.
"""

from datetime import datetime, timedelta
from typing import Any, cast

import structlog
from sqlalchemy import ColumnElement, CursorResult, ScalarSelect, Update, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from delivery import backoff, lanes, rate_limits
from slackapp.clock import now
from slackapp.database import Database
from slackapp.incarnations import CLOCKS_DIFFER
from slackapp.models.outbox import Gate, Lane, Message, Progress, Reading
from slackapp.models.quarantine import Quarantined
from slackapp.models.timers import Timer
from slackapp.models.uploads import Upload
from slackapp.rules import quarantine

AT_ONCE = 500  # rows in one transaction, so that nobody waits for it long
BEFORE = timedelta(days=1)
"""When a call under the old clock was really made, nobody knows: its message is looked for from so long ago on."""
LONGEST = timedelta(seconds=backoff.LONGEST_THROTTLE) * 1.25

log = structlog.get_logger()


class ClockSteps:
    """Looks every few seconds for what no clock that goes forward can have written."""

    def __init__(self, database: Database) -> None:
        """Any number of workers may do this at once. Clocks of theirs that differ by two minutes are no step."""
        self._database = database

    async def once(self) -> int:
        """Mend what there is; how many rows that were."""
        mended = 0
        for mend in (_lanes, _leases, _doubts, _others):
            mended += await self._database.run(mend)
        if mended:
            log.warning("the clock was put back; what waited for the old one was mended", rows=mended)
        return mended


def _lanes(session: Session) -> int:
    """A lane waits as long as it was to wait, from now on; one without a proof no longer than the longest wait."""
    at = now(session)
    touched = [_moment(Progress.SENT, Message.id.desc()), *(_moment(each, Message.id) for each in lanes.OPEN)]
    in_future = or_(*(each > at + CLOCKS_DIFFER for each in touched), Lane.not_before > at + LONGEST)
    waiting = select(Lane, *touched).where(Lane.pending > 0, Lane.not_before > at + backoff.PACE, in_future)
    # Skipped where a worker has the lane in hand: it sets the lane's times itself.
    rows = session.execute(waiting.limit(AT_ONCE).with_for_update(skip_locked=True, of=Lane)).all()
    for lane, *moments in rows:
        last = max((each for each in moments if each and each > at), default=at)
        lane.not_before = at + min(max(lane.not_before - last, timedelta(0)), LONGEST)
    return len(rows)


def _moment(state: Progress, order: ColumnElement[int] | InstrumentedAttribute[int]) -> ScalarSelect[datetime]:
    """When the last message of a lane was called, or else written."""
    theirs = select(func.coalesce(Message.attempt_at, Message.created_at)).where(
        Message.lane_id == Lane.id, Message.state == state
    )
    return theirs.order_by(order).limit(1).scalar_subquery()


def _leases(session: Session) -> int:
    """No lease lasts longer than it was given for; one that was given back is over."""
    at = now(session)
    busy = update(Lane).where(Lane.pending > 0)
    longer = busy.where(Lane.owner != "", Lane.lease_until > at + lanes.LEASE + CLOCKS_DIFFER)
    over = busy.where(Lane.owner == "", Lane.lease_until > at + CLOCKS_DIFFER)
    return _count(session, longer.values(lease_until=at + lanes.LEASE)) + _count(session, over.values(lease_until=at))


def _doubts(session: Session) -> int:
    """What was called is looked for now, and from long enough ago on; a second copy as well."""
    at = now(session)
    later = at + CLOCKS_DIFFER
    opened = Message.state.in_(lanes.OPEN)
    called = (
        update(Message).where(opened, Message.attempt_at > later).values(attempt_at=at, first_attempt_at=at - BEFORE)
    )
    doubted = update(Message).where(Message.doubted_at > later).values(doubted_at=at)
    return _count(session, called) + _count(session, doubted)


def _others(session: Session) -> int:
    """Gates, slow histories, timers whose rule failed, what was set aside, and pictures that Slack did not take."""
    at = now(session)
    later = at + CLOCKS_DIFFER
    shut = update(Gate).where(Gate.shut_at > later).values(shut_at=at, not_before=at)
    lifted = update(Gate).where(Gate.lifted_at > later).values(lifted_at=at, not_before=at)
    slow = update(Reading).where(Reading.not_before > at + rate_limits.LONGEST + CLOCKS_DIFFER)
    pictures = update(Upload).where(Upload.at > later).values(at=at)
    return sum(_count(session, each) for each in (shut, lifted, slow.values(not_before=at), pictures)) + _retries(
        session
    )


def _retries(session: Session) -> int:
    at = now(session)
    moved = select(Timer).where(Timer.rings > 0, Timer.due_at > at + quarantine.FIRST_RETRY + CLOCKS_DIFFER)
    timers = [
        timer
        for timer in session.scalars(moved.limit(AT_ONCE).with_for_update(skip_locked=True))
        if timer.due_at > at + quarantine.retry_after(timer.rings - 1) + CLOCKS_DIFFER
    ]
    for timer in timers:
        timer.due_at = at + quarantine.retry_after(timer.rings - 1)
    is_odd = Quarantined.failed_at > at + CLOCKS_DIFFER
    odd = session.scalars(select(Quarantined).where(is_odd).with_for_update(skip_locked=True)).all()
    for each in odd:
        each.not_before, each.failed_at = at + (each.not_before - each.failed_at), at
    return len(timers) + len(odd)


def _count(session: Session, statement: Update) -> int:
    result = session.execute(statement.execution_options(synchronize_session=False))
    return cast("CursorResult[Any]", result).rowcount
