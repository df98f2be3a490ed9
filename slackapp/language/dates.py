"""How each language writes days, times and lengths of time; `locale` is babel's, such as en_GB."""

from datetime import date, datetime, time, timedelta, tzinfo
from math import inf
from typing import Literal

from babel.dates import format_date, format_interval, format_time, format_timedelta, get_day_names
from babel.lists import format_list

# Both our languages put the day before the month; a third may need babel's skeletons instead.
_SHORT = "EEE d MMM"

_Unit = Literal["day", "hour", "minute"]
_UNITS: dict[_Unit, timedelta] = {
    "day": timedelta(days=1),
    "hour": timedelta(hours=1),
    "minute": timedelta(minutes=1),
}


def long(day: date, locale: str) -> str:
    """A date with its year: 5 January 2026."""
    return format_date(day, "long", locale=locale)


def short(day: date, locale: str) -> str:
    """A date whose year is plain: Mon 5 Jan."""
    return format_date(day, _SHORT, locale=locale)


def day_and_month(day: date, locale: str) -> str:
    """For many days beside each other: 5 Jan."""
    return format_date(day, "d MMM", locale=locale)


def period(first: date, last: date, locale: str) -> str:
    """From one day to another: 9–16 Nov 2026."""
    return str(format_interval(first, last, "yMMMd", locale=locale))


def moment(at: datetime, zone: tzinfo, locale: str) -> str:
    """A date and time in a zone. Raises ValueError for a naive moment."""
    local = _local(at, zone)
    return f"{format_date(local, f'{_SHORT} y', locale=locale)}, {_clock(local.time(), locale)}"


def clock(at: datetime | time, zone: tzinfo | None, locale: str) -> str:
    """A time of day, or that of a moment in a zone. Raises ValueError where the zone is unknown."""
    if isinstance(at, time):
        return _clock(at, locale)
    if zone is None:
        raise ValueError("a moment is shown in someone's time zone: name it")
    return _clock(_local(at, zone).time(), locale)


def weekday(index: int, locale: str, width: Literal["wide", "abbreviated"] = "wide") -> str:
    """A day's name; Monday is 0."""
    return str(get_day_names(width, "stand-alone", locale)[index])


def duration(length: timedelta, locale: str) -> str:
    """The largest unit and the one that follows it; empty for less than a minute."""
    counted = _counted(abs(length))
    first = next((index for index, (_, n) in enumerate(counted) if n), len(counted))
    said = [_amount(unit, n, locale) for unit, n in counted[first : first + 2] if n]
    return format_list(said, style="unit", locale=locale)


def _counted(rest: timedelta) -> list[tuple[_Unit, int]]:
    counted = []
    for unit, size in _UNITS.items():
        n, rest = divmod(rest, size)
        counted.append((unit, n))
    return counted


def _amount(unit: _Unit, n: int, locale: str) -> str:
    # Without a threshold babel would round 23 hours to a day and ten days to a week.
    return format_timedelta(n * _UNITS[unit], granularity=unit, threshold=inf, locale=locale)


def _clock(at: time, locale: str) -> str:
    return format_time(at, "short", locale=locale)


def _local(at: datetime, zone: tzinfo) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone; ours are in UTC")
    return at.astimezone(zone)
