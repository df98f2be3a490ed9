"""When somebody works, as far as the app knows: their team's days, in their own time zone."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import UserId, WorkspaceId
from slackapp.models.people import Person
from slackapp.models.workspaces import Workspace
from slackapp.queries import teams
from slackapp.rules import local_time
from slackapp.rules.teams import hours_of as of_their_team
from slackapp.rules.teams import working_time_of
from slackapp.rules.working_time import WorkingTime

MORNING = time(9)
USUAL_DAYS = frozenset(range(5))


def hours_of(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> WorkingTime:
    """Their team's working days and hours where they are; Monday to Friday from nine to five without a team."""
    person = session.get(Person, (workspace_id, user_id))
    team = teams.by_person(session, workspace_id, user_id)
    if team and person:
        return of_their_team(team, person)
    tz = ZoneInfo(person.tz if person else session.get_one(Workspace, workspace_id).tz)
    if team:
        return replace(working_time_of(team), tz=tz)
    return WorkingTime(tz, USUAL_DAYS, MORNING, time(17), person.calendar if person else None)


def today(session: Session, hours: WorkingTime) -> date:
    """The date that it is now where these hours are kept."""
    return now(session).astimezone(hours.tz).date()


def morning_of(hours: WorkingTime, day: date) -> datetime:
    """Nine o'clock on this day, or on the next one that is worked."""
    worked = day if hours.is_working_day(day) else hours.next_working_day(day)
    return local_time.instant(worked, MORNING, hours.tz)
