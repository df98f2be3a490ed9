"""Days off, and days on which somebody works after all, in their own words (CHK-3)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import holiday_calendars
from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.absences import Absence, AbsenceSource
from slackapp.models.people import Person
from slackapp.queries.absences import today_of, zone_of

LONGEST = timedelta(days=366)  # longer away is gone: the account says so
DAY = timedelta(days=1)
VACATION = frozenset({":palm_tree:", ":desert_island:", ":beach_with_umbrella:", ":face_with_thermometer:"})
"""What Slack itself offers for vacation and for being ill."""
UNENDING = timedelta(days=14)
"""So far ahead a status without an end is believed; it is told again when it changes."""


def tell(
    session: Session, *, first_day: date | None, last_day: date | None, is_away: bool, by: Actor
) -> tuple[date, date]:
    """Keep that somebody is away on these days of their own, or works; the days. What was told last wins."""
    today = today_of(session, by)
    first = first_day or today
    last = last_day or first
    if last < first:
        raise InvalidInput("last_day", "The last day comes before the first. Choose a later one.")
    if last < today:
        raise InvalidInput("last_day", "{date} is in the past. Choose today or later.", date=last)
    if last > today + LONGEST:
        raise InvalidInput("last_day", "Choose days of the coming year.")
    _keep(session, by, Absence(first_day=first, last_day=last, is_away=is_away, source=AbsenceSource.SELF))
    return first, last


def keep_holidays(session: Session, calendar: str | None, *, by: Actor) -> None:
    """Keep these public holidays from now on, whatever those of the team are; None for the usual ones."""
    person = session.get(Person, (by.workspace_id, by.user_id))
    if person is None:
        raise InvalidInput("holidays", "Slack has not told Afspraak yet who this is. Try again in a minute.")
    if calendar != holiday_calendars.known(calendar):
        raise InvalidInput("holidays", "There are no holidays known for {country}.", country=calendar or "")
    person.calendar = calendar


def follow_status(
    session: Session, workspace_id: WorkspaceId, user_id: UserId, *, emoji: str, until: datetime | None
) -> None:
    """Keep what somebody's status in Slack says: on vacation until then, or not away. `until` None has no end."""
    known = select(Absence).where(
        Absence.workspace_id == workspace_id, Absence.user_id == user_id, Absence.source == AbsenceSource.STATUS
    )
    for absence in session.scalars(known).all():
        session.delete(absence)
    if emoji in VACATION:
        who = Actor(workspace_id, user_id)
        last = (until or now(session) + UNENDING).astimezone(ZoneInfo(zone_of(session, who))).date()
        _keep(
            session,
            who,
            Absence(first_day=today_of(session, who), last_day=last, is_away=True, source=AbsenceSource.STATUS),
        )


def by_status(session: Session, workspace_id: WorkspaceId) -> frozenset[UserId]:
    """Whose status has said that they are away: few of all."""
    known = select(Absence.user_id).where(Absence.workspace_id == workspace_id, Absence.source == AbsenceSource.STATUS)
    return frozenset(session.scalars(known))


def _keep(session: Session, who: Actor, absence: Absence) -> None:
    absence.workspace_id, absence.user_id = who.workspace_id, who.user_id
    session.add(absence)
    session.flush()
