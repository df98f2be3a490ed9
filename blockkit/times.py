"""The formats of dates and times in pickers."""

from collections.abc import Callable, Iterator
from datetime import date as calendar_date
from datetime import time as clock_time

from blockkit.spot import Problem, Spot

TEN_DIGITS = range(1_000_000_000, 10_000_000_000)


def date(spot: Spot) -> Iterator[Problem]:
    """YYYY-MM-DD, where one is given."""
    if spot.value is not None and not _reads(calendar_date.fromisoformat, spot.value, len("2026-12-31")):
        yield spot.wrong("must be a date like 2026-12-31")


def time(spot: Spot) -> Iterator[Problem]:
    """HH:mm, where one is given."""
    if spot.value is not None and not _reads(clock_time.fromisoformat, spot.value, len("23:59")):
        yield spot.wrong("must be a time like 23:59")


def epoch(spot: Spot) -> Iterator[Problem]:
    """Seconds since 1970 in ten digits, where a moment is given."""
    if spot.value is not None and not (isinstance(spot.value, int) and spot.value in TEN_DIGITS):
        yield spot.wrong("must be ten digits of seconds since 1970")


def _reads(parse: Callable[[str], object], text: object, size: int) -> bool:
    if not isinstance(text, str) or len(text) != size:
        return False
    try:
        parse(text)
    except ValueError:
        return False
    return True
