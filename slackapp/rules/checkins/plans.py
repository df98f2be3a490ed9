"""From what was filled in to when it comes: the rule, and the zones in which it does."""

from datetime import timedelta

from sqlalchemy.orm import Session

from slackapp.models import checkin_setups
from slackapp.models.checkins import KIND, Checkin
from slackapp.models.recurrence import Recurrence
from slackapp.models.schedules import ScheduleScope
from slackapp.queries.checkins.audience import audience
from slackapp.rules import schedules
from slackapp.rules.recurrence import WEEKDAYS
from slackapp.rules.schedules.plans import CHECKIN_GRACE

MINUTE = timedelta(minutes=1)


def schedule(session: Session, checkin: Checkin) -> None:
    """Let it come from now on, in one zone or in each of its people's (CHK-1, CHK-8). InvalidInput at the field."""
    tzs = {checkin.tz} if checkin.tz else {person.tz for person in audience(session, checkin)}
    schedules.set(session, checkin.workspace_id, KIND, checkin.id, plan=plan(checkin), tzs=tzs)


def plan(checkin: Checkin) -> schedules.SchedulePlan:
    """When it comes. A weekday that was chosen is asked on, also where others have a weekend."""
    return schedules.SchedulePlan(
        rule=rule(checkin),
        starts_on=checkin.starts_on,
        scope=ScheduleScope.MEMBERS if checkin.tz else ScheduleScope.OWN_ZONE,
        weekdays=WEEKDAYS | _weekdays(checkin),
        grace=min(CHECKIN_GRACE, checkin.open_minutes * MINUTE),
    )


def rule(checkin: Checkin) -> Recurrence:
    """The rule by which it comes."""
    return checkin_setups.rule(checkin.every, checkin.at, _weekdays(checkin), checkin.ends_on)


def _weekdays(checkin: Checkin) -> frozenset[int]:
    return frozenset(int(digit) for digit in checkin.weekdays)
