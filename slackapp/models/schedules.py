"""What comes again and again, and what became of each time (docs/decisions/schedules.md)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.database import ZoneName
from slackapp.ids import UserId
from slackapp.models.base import Base, BigId, InWorkspace, Numbered, word

EVERYBODY = UserId("")
"""Who an occurrence is for that concerns a channel, or a whole round at once."""


class ScheduleScope(StrEnum):
    """Whom a schedule is for."""

    CHANNEL = "channel"
    MEMBERS = "members"
    OWN_ZONE = "own_zone"
    """Each member at the same time of their own day: one schedule for each zone."""


class Outcome(StrEnum):
    """What became of one time."""

    MADE = "made"
    MISSED = "missed"
    PAUSED = "skipped_paused"
    WEEKDAY = "skipped_weekday"
    HOLIDAY = "skipped_holiday"
    AWAY = "skipped_away"


class Schedule(Base, InWorkspace, Numbered):
    """When a thing comes again, in one time zone. `rev` grows with every change of the row."""

    __tablename__ = "schedules"
    __table_args__ = (UniqueConstraint("workspace_id", "kind", "ref", "tz"),)

    kind: Mapped[str] = mapped_column(String(64))
    ref: Mapped[int] = mapped_column(BigId)
    tz: Mapped[str] = mapped_column(ZoneName)
    scope: Mapped[ScheduleScope] = mapped_column(word(ScheduleScope))
    rule: Mapped[dict[str, Any]]
    starts_on: Mapped[date]
    """From when on "every two weeks" is counted; nothing comes before."""
    weekdays: Mapped[str] = mapped_column(String(7))
    """The working days as digits, Monday 0: "01234"."""
    country: Mapped[str | None] = mapped_column(String(16))
    """Whose holidays are kept: "NL", or with a subdivision "DE-BY"."""
    grace_s: Mapped[int]
    next_slot: Mapped[str | None] = mapped_column(String(16))
    """What the clock on the wall shows next, "2026-11-24T09:00"; empty when it has ended."""
    next_run_at: Mapped[datetime | None]
    """The moment of `next_slot`; empty while it is paused or has ended."""
    paused_at: Mapped[datetime | None]
    tzdata_version: Mapped[str] = mapped_column(String(64))
    rev: Mapped[int] = mapped_column()

    __mapper_args__ = {  # noqa: RUF012 - as SQLAlchemy declares it
        "version_id_col": rev
    }


# Partial: a tick asks every second, and what is paused or has ended is never due.
Index(
    "ix_schedules_due",
    Schedule.next_run_at,
    Schedule.id,
    sqlite_where=Schedule.next_run_at.is_not(None),
    postgresql_where=Schedule.next_run_at.is_not(None),
)


class Occurrence(Base, InWorkspace, Numbered):
    """What became of one time, for one member or for EVERYBODY."""

    __tablename__ = "occurrences"
    __table_args__ = (UniqueConstraint("schedule_id", "member", "slot"),)

    schedule_id: Mapped[int] = mapped_column(BigId, ForeignKey("schedules.id"))
    kind: Mapped[str] = mapped_column(String(64))
    ref: Mapped[int] = mapped_column(BigId)
    member: Mapped[UserId]
    slot: Mapped[str] = mapped_column(String(16))
    due_at: Mapped[datetime]
    state: Mapped[Outcome] = mapped_column(word(Outcome))
    late_s: Mapped[int]


Index(
    # Across the zones of a thing: who flies from Tokyo to Honolulu at noon is asked once that day.
    "ux_occurrences_member",
    Occurrence.workspace_id,
    Occurrence.kind,
    Occurrence.ref,
    Occurrence.member,
    Occurrence.slot,
    unique=True,
    sqlite_where=Occurrence.member != EVERYBODY,
    postgresql_where=Occurrence.member != EVERYBODY,
)
