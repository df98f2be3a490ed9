"""A rule in its place: which zone, which calendar, since when; and so which moments."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from slackapp.models.recurrence import OnHoliday, Recurrence
from slackapp.models.schedules import Outcome
from slackapp.rules import local_time
from slackapp.rules.recurrence import days
from slackapp.rules.recurrence.calendar import LONGEST_BREAK, Calendar, moved

_TWO_DAYS = timedelta(days=2)
"""A clock that skips a whole day shows what it skipped up to two dates later."""


@dataclass(frozen=True, order=True)
class Slot:
    """One turn: its moment in UTC, and its name, what the clock on the wall shows: "2026-11-24T09:00"."""

    due_at: datetime
    name: str

    @property
    def day(self) -> date:
        """The local date."""
        return datetime.fromisoformat(self.name).date()


@dataclass(frozen=True)
class Timetable:
    """All turns of a rule in a zone. A day off is named (`skipped`) or moved; what is moved together comes once."""

    rule: Recurrence
    starts_on: date
    tz: ZoneInfo
    calendar: Calendar

    def after(self, moment: datetime, *, beyond: str = "") -> Slot | None:
        """The first turn that is due later than an aware moment, and is named later; None when the rule has ended."""
        later = (slot for slot in self._around(moment) if slot.due_at > moment and slot.name > beyond)
        return next(later, None)

    def until(self, moment: datetime, *, since: str) -> Iterator[Slot]:
        """The turns that are due up to an aware moment, from the one named `since` on."""
        first = datetime.fromisoformat(since).date()
        due = takewhile(lambda slot: slot.due_at <= moment, self.since(first))
        return (slot for slot in due if slot.name >= since)

    def since(self, first: date) -> Iterator[Slot]:
        """The turns from a local date on."""
        return (self._slot(day) for day in self._days(first))

    def due(self, name: str) -> datetime:
        """The moment of a turn: the first after a gap in the clock, and the first of an hour that comes twice."""
        shown = datetime.fromisoformat(name)
        return local_time.instant(shown.date(), shown.time(), self.tz)

    def skipped(self, day: date) -> Outcome | None:
        """Why nobody is asked on this local date; None when it is a day like any other."""
        if not self._is_chosen(day):
            return Outcome.WEEKDAY
        return Outcome.HOLIDAY if self.calendar.is_holiday(day) else None

    def _around(self, moment: datetime) -> Iterator[Slot]:
        return self.since(max(self.starts_on, moment.astimezone(self.tz).date() - _TWO_DAYS))

    def _slot(self, day: date) -> Slot:
        return Slot(local_time.instant(day, self.rule.time, self.tz), f"{day}T{self.rule.time:%H:%M}")

    def _days(self, first: date) -> Iterator[date]:
        last = None
        first = max(first, self.starts_on)
        for day in map(self._moved, days.from_(self.rule, self.starts_on, self._look_from(first))):
            if day != last and first <= day <= (self.rule.until or day):
                yield day
            last = day

    def _look_from(self, first: date) -> date:
        return first - LONGEST_BREAK if self._how is OnHoliday.NEXT else first

    def _moved(self, day: date) -> date:
        return moved(day, self._how, lambda each: self.skipped(each) is not None)

    @property
    def _how(self) -> OnHoliday:
        return OnHoliday.PREVIOUS if self.rule.last_workday else self.rule.skip_holidays

    def _is_chosen(self, day: date) -> bool:
        """A weekday that the rule names is meant, also in the weekend."""
        return day.weekday() in self.calendar.weekdays or day.weekday() in self.rule.weekdays
