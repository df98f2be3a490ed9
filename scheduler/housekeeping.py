"""Removing what has served its purpose, a little at a time, so that nobody waits for it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, literal, select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningDelete

from slackapp.clock import now
from slackapp.database import Database
from slackapp.models.inbox import Delivery, Draft
from slackapp.models.outbox import Message, Progress
from slackapp.models.schedules import EVERYBODY, Occurrence, Outcome
from slackapp.models.uploads import Upload

BATCH = 500
DELIVERIES_LAST = timedelta(days=3)
DRAFTS_LAST = timedelta(days=7)
SENT_LASTS = timedelta(days=30)
UPLOADS_LAST = timedelta(days=30)
"""Of a file in Slack only that it is there is forgotten: a message that shows it stays as it is."""
OCCURRENCES_LAST = timedelta(days=400)
"""Of a thing that comes once a month the last ten times are shown, and what became of them."""
HISTORY = (Outcome.AWAY, Outcome.HOLIDAY)
"""Who was not asked in a round, and why, stands nowhere else: it stays as long as the round itself."""


class Part(NamedTuple):
    """The oldest occurrences from some number on: which can go, and the number of the last one that was looked at."""

    old: list[int]
    last: int


class Housekeeping:
    """Keeps the tables of work small. Dead letters stay until somebody has dealt with them."""

    def __init__(self, database: Database) -> None:
        """Any number of workers may do this at once."""
        self._database = database

    async def once(self) -> int:
        """Remove all that is old enough; how many rows that were."""
        removed = 0
        while batch := await self._database.run(_remove_some):
            removed += batch
        return removed + await self._old_occurrences()

    async def _old_occurrences(self) -> int:
        """They are looked through in the order in which they were written, without holding up who writes."""
        removed, beyond = 0, 0
        while part := await self._database.read(_oldest, beyond):
            removed, beyond = removed + len(part.old), part.last
            if part.old:
                await self._database.run(_remove, part.old)
        return removed


def _remove_some(session: Session) -> int:
    at = now(session)
    olds = (
        _old(Delivery, at - DELIVERIES_LAST),
        _old(Draft, at - DRAFTS_LAST),
        _old(Upload, at - UPLOADS_LAST),
        _done(Progress.SENT, Message.attempt_at < at - SENT_LASTS),
        _done(Progress.EXPIRED, Message.created_at < at - SENT_LASTS),
    )
    return sum(len(session.execute(old).all()) for old in olds)


def _old(table: type[Delivery | Draft | Upload], before: datetime) -> ReturningDelete[int]:
    some = select(table.workspace_id, table.key).where(table.at < before).limit(BATCH)
    return delete(table).where(tuple_(table.workspace_id, table.key).in_(some)).returning(literal(1))


def _done(state: Progress, is_old: ColumnElement[bool]) -> ReturningDelete[int]:
    some = select(Message.id).where(Message.state == state, is_old).limit(BATCH)
    return delete(Message).where(Message.id.in_(some)).returning(literal(1))


def _oldest(session: Session, beyond: int) -> Part | None:
    in_order = select(Occurrence).where(Occurrence.id > beyond).order_by(Occurrence.id).limit(BATCH)
    limit = now(session) - OCCURRENCES_LAST
    found = list(takewhile(lambda each: each.due_at < limit, session.scalars(in_order)))
    old = [each.id for each in found if each.member == EVERYBODY or each.state not in HISTORY]
    return Part(old, found[-1].id) if found else None


def _remove(session: Session, ids: Sequence[int]) -> None:
    session.execute(delete(Occurrence).where(Occurrence.id.in_(ids)))
