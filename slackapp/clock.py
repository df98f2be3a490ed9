"""The only source of time. Every moment in the app is aware and in UTC."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Protocol

from sqlalchemy.orm import Session


class Clock(Protocol):
    """What tells the time: the system's clock, or one that the sandbox and the tests can move."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


class MovableClock:
    """A clock that stands where it was put, for trying out and for tests; it never goes back."""

    def __init__(self, start: datetime) -> None:
        """Start at an aware moment."""
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """The moment it was put to, in UTC."""
        return self._now

    def move(self, by: timedelta) -> None:
        """Go forward by an amount of real time."""
        self.move_to(self._now + by)

    def move_to(self, moment: datetime) -> None:
        """Go forward to an aware moment; ValueError when that is in its past."""
        if moment < self._now:
            raise ValueError("time goes forward only")
        self._now = moment.astimezone(UTC)


def now(session: Session) -> datetime:
    """The present moment in the transaction of this session, in UTC."""
    clock: Clock = session.info["clock"]
    return clock.now()


def today(session: Session, tz: tzinfo) -> date:
    """The date that it is now in a time zone."""
    return now(session).astimezone(tz).date()
