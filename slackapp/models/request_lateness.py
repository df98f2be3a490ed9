"""When a request is late: the one definition, for rows that were read and for the database (REQ-22).

It is late from the first moment that passed without what was agreed: the end of the time to answer, or the end of the
day for which it is needed or promised. A question, another date that is proposed, and another team change nothing of
that; only an answer, a date that was agreed, and its end do.
"""

from datetime import datetime
from typing import Protocol

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, case, null

from slackapp.models.request_life import ENDED, RequestState
from slackapp.models.requests import Request

Moment = SQLColumnExpression[datetime | None]
UNANSWERED = frozenset({RequestState.OPEN, RequestState.WAITING})
"""Where an answer that was missed may still be missing."""


class Dated(Protocol):
    """What lateness follows from. Moments are UTC."""

    @property
    def state(self) -> RequestState:
        """Where it is in its life."""

    @property
    def missed_at(self) -> datetime | None:
        """When the time to answer ran out, where the clock was stopped or started anew after that."""

    @property
    def answer_by(self) -> datetime | None:
        """When the time to answer runs out."""

    @property
    def due_at(self) -> datetime | None:
        """The end of the day for which it is needed or promised."""


def late_from(request: Dated) -> datetime | None:
    """From when it is or will be late; None where nothing is waited for any more."""
    if request.state in ENDED:
        return None
    answer_by = request.answer_by if request.state is RequestState.OPEN else None
    missed_at = request.missed_at if request.state in UNANSWERED else None
    return min((each for each in (missed_at, answer_by, request.due_at) if each), default=None)


def is_late(request: Dated, at: datetime) -> bool:
    """Whether it is late at a moment."""
    since = late_from(request)
    return since is not None and since <= at


def late_from_column() -> ColumnElement[datetime | None]:
    """The same as `late_from`, of rows of requests."""
    answer = _earlier(Request.missed_at, Request.answer_by)
    return case(
        (Request.state.in_(ENDED), null()),
        (Request.state == RequestState.OPEN, _earlier(answer, Request.due_at)),
        (Request.state.in_(UNANSWERED), _earlier(Request.missed_at, Request.due_at)),
        else_=Request.due_at,
    )


def is_late_column(at: datetime) -> ColumnElement[bool]:
    """The same as `is_late`, of rows of requests; never NULL."""
    since = late_from_column()
    return and_(since.is_not(None), since <= at)


def _earlier(one: Moment, other: Moment) -> ColumnElement[datetime | None]:
    # The databases do not agree on the least of some values of which one is NULL.
    return case((one.is_(None), other), (other.is_(None), one), (one <= other, one), else_=other)
