"""The days that a rule names, before holidays move them."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Literal

from dateutil.rrule import DAILY, MO, MONTHLY, WEEKLY, rrule, weekday

from slackapp.models.recurrence import LAST, Frequency, Recurrence

_FREQUENCIES: Mapping[Frequency, Literal[1, 2, 3]] = {
    Frequency.DAILY: DAILY,
    Frequency.WEEKLY: WEEKLY,
    Frequency.MONTHLY: MONTHLY,
}
_MONTHS = 12


def from_(rule: Recurrence, starts_on: date, since: date) -> Iterator[date]:
    """All days of the rule from `since` on, in order; none before `starts_on`, with which the counting begins."""
    found = rrule(
        _FREQUENCIES[rule.freq],
        dtstart=datetime.combine(_beginning(rule, starts_on, since), time.min),
        interval=rule.interval,
        wkst=MO,
        until=datetime.combine(rule.until, time.min) if rule.until and not rule.count else None,
        count=rule.count,
        byweekday=[weekday(day, rule.nth) for day in sorted(rule.weekdays)] or None,
        bymonthday=LAST if rule.last_workday else rule.monthday,
    )
    return (each.date() for each in found if max(starts_on, since) <= each.date() <= (rule.until or date.max))


def _beginning(rule: Recurrence, starts_on: date, since: date) -> date:
    """A day from which the counting gives the same, near to `since`: a rule of years ago is not counted through."""
    if rule.count or since <= starts_on:
        return starts_on
    match rule.freq:
        case Frequency.DAILY:
            return starts_on + timedelta(days=_whole((since - starts_on).days, rule.interval))
        case Frequency.WEEKLY:
            monday = starts_on - timedelta(days=starts_on.weekday())
            weeks = _whole((since - monday).days // 7, rule.interval)
            return max(starts_on, monday + timedelta(weeks=weeks))
        case Frequency.MONTHLY:
            month = _month(starts_on) + _whole(_month(since) - _month(starts_on), rule.interval)
            return max(starts_on, date(month // _MONTHS, month % _MONTHS + 1, 1))


def _whole(passed: int, interval: int) -> int:
    return passed // interval * interval


def _month(day: date) -> int:
    return day.year * _MONTHS + day.month - 1
