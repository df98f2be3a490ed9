"""Working days and days off."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from slackapp import holiday_calendars
from slackapp.models.recurrence import OnHoliday

WEEKDAYS = frozenset(range(5))
LONGEST_BREAK = timedelta(days=31)
"""No turn is moved further: a calendar without a working day for so long is no calendar to go by."""
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The weekdays on which people work (Monday = 0), and whose holidays they keep: "NL", "DE-BY", or nobody's.

    Raises ValueError for a country or a subdivision whose holidays are not known, and for no weekdays.
    """

    weekdays: frozenset[int] = WEEKDAYS
    country: str | None = None

    def __post_init__(self) -> None:
        """Refuse what can never be a working day or a holiday."""
        if not self.weekdays or not self.weekdays <= set(range(7)):
            raise ValueError("people work on at least one weekday, from 0 (Monday) to 6")
        holiday_calendars.check(self.country)

    def is_holiday(self, day: date) -> bool:
        """Whether it is a public holiday."""
        return holiday_calendars.is_holiday(day, self.country)


def moved(day: date, how: OnHoliday, is_free: Callable[[date], bool]) -> date:
    """The nearest day that is not free, in the direction asked for; the day itself where there is nothing to move."""
    if how is OnHoliday.SKIP:
        return day
    step = _DAY if how is OnHoliday.NEXT else -_DAY
    near = (day + n * step for n in range(LONGEST_BREAK.days + 1))
    return next((each for each in near if not is_free(each)), day)
