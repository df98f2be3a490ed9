"""When a proposal is over its time: the one definition, for rows that were read and for the database (DEC-4)."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_

from slackapp.models.decision_life import DecisionState
from slackapp.models.decisions import Decision


def is_over(state: DecisionState, until: datetime | None, at: datetime) -> bool:
    """Whether the time for answers is over at a moment, and its decider has not closed it. Moments are UTC."""
    return state is DecisionState.PROPOSED and until is not None and until <= at


def is_over_column(at: datetime) -> ColumnElement[bool]:
    """The same, of rows of decisions; never NULL."""
    return and_(Decision.state == DecisionState.PROPOSED, Decision.until_at.is_not(None), Decision.until_at <= at)
