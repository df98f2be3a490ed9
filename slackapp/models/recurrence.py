"""When something comes again: a small closed rule, as forms fill it in, tables keep it and views say it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

LAST = -1
"""As `nth` the last such weekday of a month, as `monthday` its last day."""


class Frequency(StrEnum):
    """What the interval counts."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class OnHoliday(StrEnum):
    """What becomes of a turn that falls on a day off."""

    SKIP = "skip"
    NEXT = "next_workday"
    PREVIOUS = "previous_workday"


@dataclass(frozen=True)
class Recurrence:
    """A rule. Weekdays count from Monday = 0; `time` is what the clock on the wall shows, to the minute.

    Weekly it comes on `weekdays`; monthly on the `nth` of one weekday, on a `monthday`, or on the last working day.
    `until` is the last day on which it comes, `count` how many turns there are, with those that are skipped.
    """

    freq: Frequency
    time: time
    interval: int = 1
    weekdays: frozenset[int] = frozenset()
    nth: int | None = None
    monthday: int | None = None
    last_workday: bool = False
    until: date | None = None
    count: int | None = None
    skip_holidays: OnHoliday = OnHoliday.SKIP

    def written(self) -> dict[str, Any]:
        """The rule as JSON; `slackapp.rules.recurrence.read` takes it back."""
        return {
            "freq": self.freq.value,
            "time": self.time.isoformat("minutes"),
            "interval": self.interval,
            "weekdays": sorted(self.weekdays),
            "nth": self.nth,
            "monthday": self.monthday,
            "last_workday": self.last_workday,
            "until": self.until.isoformat() if self.until else None,
            "count": self.count,
            "skip_holidays": self.skip_holidays.value,
        }
