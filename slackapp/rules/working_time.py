"""The clock that runs only while a team works (REQ-7). Pure: no database, no present moment.

Every instant is aware and in UTC; days and hours are the team's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from slackapp import holiday_calendars
from slackapp.rules import local_time

_DAY = timedelta(days=1)
_DAYS_AHEAD = 366  # a year without a working day is a calendar that is wrong
_MIDNIGHT = time()
_NOTHING = timedelta()


class NoWorkingTime(ValueError):
    """A whole year without a working day: the team's weekdays are all holidays."""


@dataclass(frozen=True)
class WorkingTime:
    """The hours, weekdays and holidays of one team.

    `weekdays` counts from Monday = 0. An `end` of 00:00 is the midnight that closes the day, so 00:00–00:00
    is the whole day. Work happens from `start` up to, not including, `end`: a clock that runs out at closing
    time runs out when the team comes back.

    Raises ValueError for no or unknown weekdays, hours that run past midnight, and a country
    without a holiday calendar. Methods raise ValueError for a naive moment and, where they look ahead,
    NoWorkingTime.
    """

    tz: ZoneInfo
    weekdays: frozenset[int]
    start: time
    end: time
    country: str | None = None
    """Whose holidays it keeps: "NL", or with a part of a country "DE-BY"."""

    def __post_init__(self) -> None:
        """Refuse what could never be worked."""
        _check_weekdays(self.weekdays)
        _check_hours(self.start, self.end)
        holiday_calendars.check(self.country)

    @property
    def working_day(self) -> timedelta:
        """How long an ordinary day is; one with a clock change may differ."""
        opens = datetime.combine(date.min, self.start)
        return datetime.combine(date.min + self._days_to_end, self.end) - opens

    def is_working(self, at: datetime) -> bool:
        """Whether the team works at this moment."""
        return any(opens <= at < closes for opens, closes in self._spells_between(at, at))

    def is_working_day(self, day: date) -> bool:
        """Whether the team works on this local date."""
        return day.weekday() in self.weekdays and not holiday_calendars.is_holiday(day, self.country)

    def next_working_day(self, day: date) -> date:
        """The first working day after this one."""
        following = (day + n * _DAY for n in range(1, _DAYS_AHEAD + 1))
        found = next(filter(self.is_working_day, following), None)
        if found is None:
            raise NoWorkingTime(f"no working day in the year after {day}")
        return found

    def next_working_moment(self, at: datetime) -> datetime:
        """This moment if the team works, otherwise the moment it starts again."""
        return self.add(at, _NOTHING)

    def add(self, start: datetime, working: timedelta) -> datetime:
        """The moment when that much working time, not negative, has passed; itself a working moment."""
        if working < _NOTHING:
            raise ValueError("working time runs forward only")
        spells = self._spells_from(start)
        opens, closes = next(spells)
        while working >= closes - opens:
            working -= closes - opens
            opens, closes = next(spells)
        return opens + working

    def between(self, a: datetime, b: datetime) -> timedelta:
        """How much working time lies between two moments; none when `b` is not after `a`."""
        a, b = local_time.utc(a), local_time.utc(b)
        shared = (min(closes, b) - max(opens, a) for opens, closes in self._spells_between(a, b))
        return sum((length for length in shared if length > _NOTHING), _NOTHING)

    def add_working_days(self, at: datetime, n: int) -> datetime:
        """The same time of day, `n` working days later, counted from the next working moment."""
        if n < 0:
            raise ValueError("working days run forward only")
        first = self.next_working_moment(at)
        local = first.astimezone(self.tz)
        day = local.date()
        for _ in range(n):
            day = self.next_working_day(day)
        same_time = local_time.instant(day, local.time(), self.tz)
        # Inside an hour that comes twice, the same time of day may have been an hour ago.
        return max(first, self.next_working_moment(same_time))

    def end_of_working_day(self, day: date) -> datetime:
        """When the hours of this date end, also on a day off: a promise for Sunday ends on Sunday."""
        return local_time.instant(day + self._days_to_end, self.end, self.tz)

    @property
    def _days_to_end(self) -> timedelta:
        return _DAY if self.end == _MIDNIGHT else _NOTHING

    def _spells_from(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        at = local_time.utc(at)
        day = self._date(at) - _DAY
        while True:
            day = self.next_working_day(day)
            opens, closes = self._spell(day)
            if at < closes:
                yield max(opens, at), closes

    def _spells_between(self, a: datetime, b: datetime) -> Iterator[tuple[datetime, datetime]]:
        # A clock that goes back just after midnight shows the old date again in the new one's hours.
        day, last = self._date(a), self._date(b) + _DAY
        while day <= last:
            if self.is_working_day(day):
                yield self._spell(day)
            day += _DAY

    def _spell(self, day: date) -> tuple[datetime, datetime]:
        return local_time.instant(day, self.start, self.tz), self.end_of_working_day(day)

    def _date(self, at: datetime) -> date:
        return local_time.utc(at).astimezone(self.tz).date()


def _check_weekdays(weekdays: frozenset[int]) -> None:
    if not weekdays or not weekdays <= set(range(7)):
        raise ValueError("a team works on at least one weekday, from 0 (Monday) to 6")


def _check_hours(start: time, end: time) -> None:
    if start.tzinfo or end.tzinfo:
        raise ValueError("working hours are local times, without a time zone of their own")
    if _MIDNIGHT != end <= start:
        raise ValueError("working hours end after they start, on the same day")
