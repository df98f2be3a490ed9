"""On which days somebody works: their team's weekdays, and the public holidays of their own country (CHK-3)."""

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from slackapp.models.people import Person
from slackapp.queries import teams
from slackapp.rules.checkins import calendars
from slackapp.rules.teams import working_time_of
from slackapp.rules.working_time import WorkingTime


def hours_of(session: Session, person: Person) -> WorkingTime:
    """Their team's days and hours in their own zone, without their own country's holidays."""
    team = teams.by_person(session, person.workspace_id, person.user_id)
    tz = ZoneInfo(person.tz)
    hours = working_time_of(team) if team else office_hours(tz)
    country, _, part = (country_of(session, person) or "").partition("-")
    return replace(hours, tz=tz, country=country or None, subdivision=part or None)


def office_hours(tz: ZoneInfo) -> WorkingTime:
    """Of somebody without a team: Monday to Friday, from nine to five."""
    return WorkingTime(tz, frozenset(range(5)), time(9), time(17))


def is_working_day(session: Session, person: Person, day: date) -> bool:
    """Whether they usually work on this local date, whatever they have said about it themselves."""
    return hours_of(session, person).is_working_day(day)


def country_of(session: Session, person: Person) -> str | None:
    """Whose public holidays they keep."""
    return calendars.countries_of(session, person.workspace_id, [person])[person.user_id]
