"""Whether a rule makes sense, told at the field of the form that is wrong."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from slackapp.errors import InvalidInput
from slackapp.models.recurrence import LAST, Frequency, Recurrence
from slackapp.rules.recurrence.calendar import Calendar
from slackapp.rules.recurrence.timetable import Timetable

MOST: Mapping[Frequency, int] = {Frequency.DAILY: 365, Frequency.WEEKLY: 52, Frequency.MONTHLY: 24}
MOST_TURNS = 999
EVERY_MONTH_HAS = 28
EVERY_MONTH_HAS_WEEKS = 4
LONGEST_MONTH = 31
LOOKS_AHEAD = timedelta(days=5 * 365)  # a rule that never comes in five years never does


def check(rule: Recurrence, *, starts_on: date, calendar: Calendar) -> None:
    """InvalidInput at the first field that cannot be; a rule that passes comes at least once within five years."""
    _check_numbers(rule)
    _check_time(rule)
    _CHECKS[rule.freq](rule)
    if rule.until and rule.until < starts_on:
        raise InvalidInput("until", "It would end before it begins. Choose a later day.")
    if not _comes(rule, starts_on, calendar):
        field = "until" if rule.until else "freq"
        raise InvalidInput(field, "With these days it never comes: each falls on a day off, or there is none.")


def _check_numbers(rule: Recurrence) -> None:
    if not 1 <= rule.interval <= MOST[rule.freq]:
        raise InvalidInput("interval", "Choose a number from 1 to {limit}.", limit=MOST[rule.freq])
    if rule.count is not None and not 1 <= rule.count <= MOST_TURNS:
        raise InvalidInput("count", "Choose a number from 1 to {limit}.", limit=MOST_TURNS)
    if rule.count and rule.until:
        raise InvalidInput("count", "Choose a last day or a number of times, not both.")


def _check_time(rule: Recurrence) -> None:
    if rule.time.tzinfo or rule.time.second or rule.time.microsecond:
        raise InvalidInput("time", "Choose a time of day, to the minute.")


def _check_daily(rule: Recurrence) -> None:
    if rule.weekdays:
        raise InvalidInput("weekdays", "Every day has no weekdays: choose every week for that.")
    _check_is_not_monthly(rule)


def _check_weekly(rule: Recurrence) -> None:
    if not rule.weekdays or not rule.weekdays <= set(range(7)):
        raise InvalidInput("weekdays", "Choose at least one weekday.")
    _check_is_not_monthly(rule)


def _check_is_not_monthly(rule: Recurrence) -> None:
    for field in ("nth", "monthday", "last_workday"):
        if getattr(rule, field):
            raise InvalidInput(field, "Only what comes every month has a day of the month.")


def _check_monthly(rule: Recurrence) -> None:
    ways = [rule.nth is not None or bool(rule.weekdays), rule.monthday is not None, rule.last_workday]
    if sum(ways) != 1:
        raise InvalidInput("monthday", "Choose one day of the month: a date, a weekday or the last working day.")
    if rule.monthday is not None:
        _check_monthday(rule.monthday)
    elif not rule.last_workday:
        _check_nth(rule)


def _check_monthday(monthday: int) -> None:
    if EVERY_MONTH_HAS < monthday <= LONGEST_MONTH:
        raise InvalidInput(
            "monthday", "Not every month has a day {day}. Choose the last day of the month.", day=monthday
        )
    if monthday != LAST and not 1 <= monthday <= EVERY_MONTH_HAS:
        raise InvalidInput("monthday", "Choose a number from 1 to {limit}.", limit=EVERY_MONTH_HAS)


def _check_nth(rule: Recurrence) -> None:
    if len(rule.weekdays) != 1 or not rule.weekdays <= set(range(7)):
        raise InvalidInput("weekdays", "Choose one weekday.")
    if rule.nth is None or (rule.nth != LAST and not 1 <= rule.nth <= EVERY_MONTH_HAS_WEEKS):
        raise InvalidInput("nth", "Choose the first to the fourth, or the last: not every month has a fifth.")


def _comes(rule: Recurrence, starts_on: date, calendar: Calendar) -> bool:
    turns = Timetable(rule, starts_on, ZoneInfo("UTC"), calendar)
    near = takewhile(lambda slot: slot.day <= starts_on + LOOKS_AHEAD, turns.since(starts_on))
    return any(turns.skipped(slot.day) is None for slot in near)


_CHECKS = {Frequency.DAILY: _check_daily, Frequency.WEEKLY: _check_weekly, Frequency.MONTHLY: _check_monthly}
