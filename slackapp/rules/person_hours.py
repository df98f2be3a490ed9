"""When somebody works, as far as the app knows: their team's days, in their own time zone."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.people import Person
from slackapp.models.workspaces import Workspace
from slackapp.rules import local_time, working_days
from slackapp.rules.working_time import WorkingTime

MORNING = time(9)  # people without a team have no hours of their own


def hours_of(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> WorkingTime:
    """Their team's days and hours where they are; those of an office where nothing is known of them."""
    person = session.get(Person, (workspace_id, user_id))
    if person:
        return working_days.hours_of(session, person)
    return working_days.office_hours(ZoneInfo(session.get_one(Workspace, workspace_id).tz))


def morning_of(hours: WorkingTime, day: date) -> datetime:
    """Nine o'clock on this day, or on the next one that is worked."""
    worked = day if hours.is_working_day(day) else hours.next_working_day(day)
    return local_time.instant(worked, MORNING, hours.tz)
