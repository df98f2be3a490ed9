"""From what a clock on the wall shows to the moment that is meant, also on the days that it changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_FINE_ENOUGH = timedelta(seconds=1)  # of the moment at which a zone changes its clock


def instant(day: date, at: time, tz: ZoneInfo) -> datetime:
    """The moment, in UTC, at which the clocks of `tz` show this.

    A time that a clock change skips is the first moment after the change; of one that comes twice, the first.
    """
    shown = datetime.combine(day, at)
    moment = shown.replace(tzinfo=tz, fold=0).astimezone(UTC)
    if moment.astimezone(tz).replace(tzinfo=None) == shown:
        return moment
    return _change(shown.replace(tzinfo=tz, fold=1).astimezone(UTC), moment, tz)


def utc(at: datetime) -> datetime:
    """The same moment in UTC. Raises ValueError for a naive one: Python would take it for the server's."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone; ours are in UTC")
    return at.astimezone(UTC)


def _change(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    changed = after.astimezone(tz).utcoffset()
    while after - before > _FINE_ENOUGH:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        before, after = (before, middle) if middle.astimezone(tz).utcoffset() == changed else (middle, after)
    return after
