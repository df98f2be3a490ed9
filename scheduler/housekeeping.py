"""Removing what has served its purpose, a little at a time, so that nobody waits for it."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, literal, select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningDelete

from slackapp.clock import now
from slackapp.database import Database
from slackapp.models.inbox import Delivery, Draft
from slackapp.models.outbox import Message, Progress

BATCH = 500
DELIVERIES_LAST = timedelta(days=3)
DRAFTS_LAST = timedelta(days=7)
SENT_LASTS = timedelta(days=30)


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
        return removed


def _remove_some(session: Session) -> int:
    at = now(session)
    olds = (
        _old(Delivery, at - DELIVERIES_LAST),
        _old(Draft, at - DRAFTS_LAST),
        _done(Progress.SENT, Message.attempt_at < at - SENT_LASTS),
        _done(Progress.EXPIRED, Message.created_at < at - SENT_LASTS),
    )
    return sum(len(session.execute(old).all()) for old in olds)


def _old(table: type[Delivery | Draft], before: datetime) -> ReturningDelete[int]:
    some = select(table.workspace_id, table.key).where(table.at < before).limit(BATCH)
    return delete(table).where(tuple_(table.workspace_id, table.key).in_(some)).returning(literal(1))


def _done(state: Progress, is_old: ColumnElement[bool]) -> ReturningDelete[int]:
    some = select(Message.id).where(Message.state == state, is_old).limit(BATCH)
    return delete(Message).where(Message.id.in_(some)).returning(literal(1))
