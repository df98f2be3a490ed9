"""On which days somebody works: their team's weekdays, and the public holidays of their own country (CHK-3)."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from slackapp.models.people import Person
from slackapp.queries import absences, teams
from slackapp.rules.checkins import holiday_choices
from slackapp.rules.teams import working_time_of
from slackapp.rules.working_time import WorkingTime

EVERY_DAY = frozenset(range(7))


def hours_of(session: Session, person: Person) -> WorkingTime:
    """Their team's days and hours in their own zone, without their own country's holidays."""
    team = teams.by_person(session, person.workspace_id, person.user_id)
    tz = ZoneInfo(person.tz)
    hours = working_time_of(team) if team else office_hours(tz)
    return replace(hours, tz=tz, country=country_of(session, person))


def office_hours(tz: ZoneInfo) -> WorkingTime:
    """Of somebody without a team: Monday to Friday, from nine to five."""
    return WorkingTime(tz, frozenset(range(5)), time(9), time(17))


def is_working_day(session: Session, person: Person, day: date) -> bool:
    """Whether they usually work on this local date, whatever they have said about it themselves."""
    return hours_of(session, person).is_working_day(day)


def next_working_moment(session: Session, person: Person, at: datetime) -> datetime:
    """This moment if they work, else when they begin again; a day on which they said that they work is one. UTC.

    Raises NoWorkingTime.
    """
    usual = hours_of(session, person)
    today = at.astimezone(usual.tz).date()
    if absences.is_away(session, person.workspace_id, person.user_id, today) is False:
        moment = replace(usual, weekdays=EVERY_DAY, country=None).next_working_moment(at)
        if moment.astimezone(usual.tz).date() == today:
            return moment
    return usual.next_working_moment(at)


def country_of(session: Session, person: Person) -> str | None:
    """Whose public holidays they keep."""
    return holiday_choices.countries_of(session, person.workspace_id, [person])[person.user_id]
