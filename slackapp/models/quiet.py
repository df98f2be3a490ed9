"""How much somebody is written to, and when not (QUI-1, QUI-2)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import PrimaryKeyConstraint
from sqlalchemy.orm import Mapped

from slackapp.ids import UserId
from slackapp.models.base import Base, InWorkspace

USUAL_BUDGET = 5  # direct messages a day, beside one's own and urgent ones (QUI-1)


@dataclass(frozen=True)
class Until:
    """Until when somebody wants quiet, in one of these ways: for so long, until a day, or until a time of day.

    A day is one of the week (Monday 0), so many days ahead, or a date.
    """

    length: timedelta | None = None
    weekday: int | None = None
    ahead: int = 0
    day: date | None = None
    at: time | None = None


@dataclass(frozen=True)
class Back:
    """Somebody wants to be written to again."""


@dataclass(frozen=True)
class Allowed:
    """So many direct messages a day are enough for everybody here."""

    direct_messages: int


Wish = Until | Back | Allowed


class Quiet(Base, InWorkspace):
    """Somebody who asked not to be written to for a time."""

    __tablename__ = "quiet_times"
    __table_args__ = (PrimaryKeyConstraint("workspace_id", "user_id"),)

    user_id: Mapped[UserId]
    until: Mapped[datetime]


class Budget(Base, InWorkspace):
    """How many direct messages a person gets in one day, where the workspace has chosen."""

    __tablename__ = "budgets"
    __table_args__ = (PrimaryKeyConstraint("workspace_id"),)

    direct_messages: Mapped[int]
