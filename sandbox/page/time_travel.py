"""Where the clock can be sent from the page."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta

from sandbox.visitors import Visitor

MORNING = time(9)
MONDAY = 0


def moment(visitor: Visitor, to: str) -> datetime:
    """The moment that these words mean for this person, in UTC: "hour", "tomorrow" or "monday"."""
    return GOALS[to](visitor.sandbox.clock.now().astimezone(visitor.reader.zone)).astimezone(UTC)


def _hour(now: datetime) -> datetime:
    return now.astimezone(UTC) + timedelta(hours=1)


def _tomorrow(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), MORNING, now.tzinfo)


def _monday(now: datetime) -> datetime:
    days = (MONDAY - now.weekday()) % 7
    goal = datetime.combine(now.date() + timedelta(days=days), MORNING, now.tzinfo)
    return goal if goal > now else goal + timedelta(days=7)


GOALS: Mapping[str, Callable[[datetime], datetime]] = {
    "hour": _hour,
    "tomorrow": _tomorrow,
    "monday": _monday,
}
