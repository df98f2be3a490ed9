"""When a check-in comes next."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from slackapp.ids import UserId
from slackapp.models.checkins import KIND, Checkin
from slackapp.models.people import Person
from slackapp.queries import schedules
from slackapp.queries.schedules import Coming


def next_day(session: Session, checkin: Checkin, user_id: UserId) -> date | None:
    """The date of somebody's next round, in their own zone where it comes in each; None while it does not come."""
    person = session.get(Person, (checkin.workspace_id, user_id))
    found = schedules.coming(session, checkin.workspace_id, KIND, checkin.id)
    mine = [each for each in found if person and each.tz == (checkin.tz or person.tz)]
    return _day(next(iter(mine or found), None))


def next_moment(session: Session, checkin: Checkin) -> datetime | None:
    """When the first people are asked next; None while it is paused, being set up, or has ended."""
    found = schedules.coming(session, checkin.workspace_id, KIND, checkin.id)
    return next((each.at for each in found if each.at), None)


def _day(found: Coming | None) -> date | None:
    return datetime.fromisoformat(found.slot).date() if found and found.slot and not found.is_paused else None
