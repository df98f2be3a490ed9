"""Removing what has served its purpose, a little at a time, so that nobody waits for it."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, literal, select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningDelete

from slackapp.clock import now
from slackapp.database import Database
from slackapp.models.inbox import Delivery, Draft
from slackapp.models.outbox import Message, Progress
from slackapp.models.quarantine import Quarantined
from slackapp.models.schedules import EVERYBODY, Occurrence, Outcome
from slackapp.models.uploads import Upload

BATCH = 500  # rows in one transaction, so that nobody waits for it long
DELIVERIES_LAST = timedelta(days=3)  # Slack repeats an event within minutes, delayed ones for a day (SLACK.md)
DRAFTS_LAST = timedelta(days=7)  # a form that is open longer was forgotten
SENT_LASTS = timedelta(days=30)
UPLOADS_LAST = timedelta(days=30)
"""Of a file in Slack only that it is there is forgotten: a message that shows it stays as it is."""
QUARANTINE_LASTS = timedelta(days=3)  # everything is tried daily: what did not fail again is well
OCCURRENCES_LAST = timedelta(days=400)
"""Of a thing that comes once a month the last ten times are shown, and what became of them."""
HISTORY = (Outcome.AWAY, Outcome.HOLIDAY)
"""Who was not asked in a round, and why, stands nowhere else: it stays as long as the round itself."""


Old = Callable[[datetime], ReturningDelete[int]]
"""Removes some of what is old at a moment."""


class OldRows(NamedTuple):
    """The oldest occurrences from some number on: which can go, and the number of the last one that was looked at."""

    old: list[int]
    last: int


class Housekeeping:
    """Keeps the tables of work small. Dead letters stay until somebody has dealt with them."""

    def __init__(self, database: Database) -> None:
        """Any number of workers may do this at once."""
        self._database = database

    async def once(self) -> int:
        """Remove all that is old enough; how many rows that were. A table that fails stops no other.

        Raises an ExceptionGroup of what failed, once all have been looked at.
        """
        removed, failed = 0, list[Exception]()
        parts: list[Callable[[], Awaitable[int]]] = [partial(self._all, each) for each in OLD]
        for old in (*parts, self._old_occurrences):
            try:
                removed += await old()
            except Exception as failure:  # noqa: BLE001 - raised below, after the others
                failed.append(failure)
        if failed:
            raise ExceptionGroup("not everything old could be removed", failed)
        return removed

    async def _all(self, old: Old) -> int:
        removed = 0
        while batch := await self._database.run(_remove_some, old):
            removed += batch
        return removed

    async def _old_occurrences(self) -> int:
        """They are looked through in the order in which they were written, without holding up who writes."""
        removed, beyond = 0, 0
        while part := await self._database.read(_oldest, beyond):
            removed, beyond = removed + len(part.old), part.last
            if part.old:
                await self._database.run(_remove, part.old)
        return removed


def _remove_some(session: Session, old: Old) -> int:
    return len(session.execute(old(now(session))).all())


def _old(table: type[Delivery | Draft | Upload], lasts: timedelta, at: datetime) -> ReturningDelete[int]:
    some = select(table.workspace_id, table.key).where(table.at < at - lasts).limit(BATCH)
    return delete(table).where(tuple_(table.workspace_id, table.key).in_(some)).returning(literal(1))


def _sent(at: datetime) -> ReturningDelete[int]:
    return _done(Progress.SENT, Message.attempt_at < at - SENT_LASTS)


def _expired(at: datetime) -> ReturningDelete[int]:
    return _done(Progress.EXPIRED, Message.created_at < at - SENT_LASTS)


def _done(state: Progress, is_old: ColumnElement[bool]) -> ReturningDelete[int]:
    some = select(Message.id).where(Message.state == state, is_old).limit(BATCH)
    return delete(Message).where(Message.id.in_(some)).returning(literal(1))


def _not_failed_again(at: datetime) -> ReturningDelete[int]:
    """What was set aside is no more, where nobody has failed at it again for days: everything is tried daily."""
    return delete(Quarantined).where(Quarantined.failed_at < at - QUARANTINE_LASTS).returning(literal(1))


OLD: tuple[Old, ...] = (
    partial(_old, Delivery, DELIVERIES_LAST),
    partial(_old, Draft, DRAFTS_LAST),
    partial(_old, Upload, UPLOADS_LAST),
    _sent,
    _expired,
    _not_failed_again,
)


def _oldest(session: Session, beyond: int) -> OldRows | None:
    in_order = select(Occurrence).where(Occurrence.id > beyond).order_by(Occurrence.id).limit(BATCH)
    limit = now(session) - OCCURRENCES_LAST
    found = list(takewhile(lambda each: each.due_at < limit, session.scalars(in_order)))
    old = [each.id for each in found if each.member == EVERYBODY or each.state not in HISTORY]
    return OldRows(old, found[-1].id) if found else None


def _remove(session: Session, ids: Sequence[int]) -> None:
    session.execute(delete(Occurrence).where(Occurrence.id.in_(ids)))
