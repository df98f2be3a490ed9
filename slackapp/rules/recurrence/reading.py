"""From JSON to a rule. It is closed: what it does not know it refuses, so that nobody can send a costly one."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, time
from typing import Any

from slackapp.errors import InvalidInput
from slackapp.models.recurrence import Frequency, OnHoliday, Recurrence

NAMES = frozenset(each.name for each in fields(Recurrence))
ALWAYS = frozenset({"freq", "time"})


def read(written: object) -> Recurrence:
    """The rule that was written as JSON; InvalidInput for anything else. Whether it makes sense is `check`'s."""
    if not isinstance(written, Mapping) or not ALWAYS <= written.keys() <= NAMES:
        raise _unknown()
    try:
        return _read(written)
    except (TypeError, ValueError) as unreadable:
        raise _unknown() from unreadable


def _read(written: Mapping[str, Any]) -> Recurrence:
    return Recurrence(
        freq=Frequency(written["freq"]),
        time=time.fromisoformat(written["time"]),
        interval=_whole(written.get("interval", 1)),
        weekdays=frozenset(_whole(day) for day in written.get("weekdays", ())),
        nth=_number(written.get("nth")),
        monthday=_number(written.get("monthday")),
        last_workday=_truth(written.get("last_workday", False)),
        until=_day(written.get("until")),
        count=_number(written.get("count")),
        skip_holidays=OnHoliday(written.get("skip_holidays", OnHoliday.SKIP)),
    )


def _number(value: object) -> int | None:
    return None if value is None else _whole(value)


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _truth(value: object) -> bool:
    if type(value) is not bool:
        raise TypeError
    return value


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _unknown() -> InvalidInput:
    return InvalidInput("freq", "This is no rule that Afspraak knows. Choose the days and the time in the form.")
