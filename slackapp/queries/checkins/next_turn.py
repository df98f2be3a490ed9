"""When a check-in comes next."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from slackapp.ids import Actor, UserId
from slackapp.models.checkins import KIND, Checkin
from slackapp.queries import schedules
from slackapp.queries.absences import zone_of
from slackapp.queries.schedules import Coming


def next_day(session: Session, checkin: Checkin, user_id: UserId) -> date | None:
    """The date of somebody's next round, in their own zone where it comes in each; None while it does not come."""
    times = schedules.coming(session, checkin.workspace_id, KIND, checkin.id)
    return day(where(times, checkin.tz or zone_of(session, Actor(checkin.workspace_id, user_id))))


def next_moment(session: Session, checkin: Checkin) -> datetime | None:
    """When the first people are asked next; None while it is paused, being set up, or has ended."""
    return moment(schedules.coming(session, checkin.workspace_id, KIND, checkin.id))


def where(times: Sequence[Coming], tz: str) -> Coming | None:
    """The next time where the clocks are those of `tz`, or else where it comes first."""
    mine = [each for each in times if each.tz == tz]
    return next(iter(mine or times), None)


def day(found: Coming | None) -> date | None:
    """The date of a time; None while it does not come."""
    return datetime.fromisoformat(found.slot).date() if found and found.slot and not found.is_paused else None


def moment(times: Sequence[Coming]) -> datetime | None:
    """The first of all."""
    return next((each.at for each in times if each.at), None)
