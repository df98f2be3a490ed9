"""All that is agreed about when a thing comes, apart from the zones."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from slackapp import zones
from slackapp.errors import InvalidInput
from slackapp.models.recurrence import Recurrence
from slackapp.models.schedules import Schedule, ScheduleScope
from slackapp.rules import recurrence
from slackapp.rules.recurrence import WEEKDAYS, Calendar, Timetable

CHECKIN_GRACE = timedelta(hours=2)  # later, the day that it asks about is half over (CHK-8)


@dataclass(frozen=True)
class SchedulePlan:
    """`starts_on` is the local date from which is counted; `country` names whose holidays are kept: "NL", "DE-BY".

    A turn that an outage held up for longer than `grace` is recorded as missed and not made.
    """

    rule: Recurrence
    starts_on: date
    scope: ScheduleScope = ScheduleScope.CHANNEL
    weekdays: frozenset[int] = WEEKDAYS
    country: str | None = None
    grace: timedelta = CHECKIN_GRACE


def columns(plan: SchedulePlan) -> dict[str, Any]:
    """The plan as it is stored; InvalidInput at the field that cannot be."""
    recurrence.check(plan.rule, starts_on=plan.starts_on, calendar=_calendar(plan))
    return {
        "scope": plan.scope,
        "rule": plan.rule.written(),
        "starts_on": plan.starts_on,
        "weekdays": "".join(str(day) for day in sorted(plan.weekdays)),
        "country": plan.country,
        "grace_s": int(plan.grace.total_seconds()),
    }


def check_zone(tz: str) -> None:
    """InvalidInput for a zone that does not exist."""
    if not zones.is_known(tz):
        raise InvalidInput("tz", "There is no time zone {tz}.", tz=tz)


def timetable(schedule: Schedule) -> Timetable:
    """The turns of a stored schedule."""
    calendar = Calendar(frozenset(int(digit) for digit in schedule.weekdays), schedule.country)
    return Timetable(recurrence.read(schedule.rule), schedule.starts_on, ZoneInfo(schedule.tz), calendar)


def _calendar(plan: SchedulePlan) -> Calendar:
    if not plan.weekdays:
        raise InvalidInput("weekdays", "Tick at least one day: without one nothing would ever be due.")
    try:
        return Calendar(plan.weekdays, plan.country)
    except ValueError as unknown:
        raise InvalidInput(
            "country", "There are no holidays known for {country}.", country=plan.country or ""
        ) from unknown
