"""Whether somebody is there on a day."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import zones
from slackapp.clock import today
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.absences import Absence, AbsenceSource
from slackapp.models.people import Person


def is_away(session: Session, workspace_id: WorkspaceId, user_id: UserId, day: date) -> bool | None:
    """What is known of this local date; None leaves it to the calendar. Their own word, the newest, wins (CHK-3)."""
    return all_away(session, workspace_id, {user_id: day}).get(user_id)


def all_away(session: Session, workspace_id: WorkspaceId, days: Mapping[UserId, date]) -> Mapping[UserId, bool]:
    """The same for many people, each on a date of their own; of whom nothing is known is left out."""
    if not days:
        return {}
    near = select(Absence).where(
        Absence.workspace_id == workspace_id,
        Absence.first_day <= max(days.values()),
        Absence.last_day >= min(days.values()),
    )
    # What is said last comes last, and what they say themselves after that: it is what stays.
    found = sorted(session.scalars(near), key=lambda each: (each.source is AbsenceSource.SELF, each.id))
    return {
        each.user_id: each.is_away
        for each in found
        if each.user_id in days and each.first_day <= days[each.user_id] <= each.last_day
    }


def calendar_of(session: Session, who: Actor) -> str | None:
    """Whose public holidays somebody chose to keep; None where they did not."""
    person = session.get(Person, (who.workspace_id, who.user_id))
    return person.calendar if person else None


def zone_of(session: Session, who: Actor) -> str:
    """In which time zone somebody lives."""
    person = session.get(Person, (who.workspace_id, who.user_id))
    return person.tz if person else zones.UTC


def today_of(session: Session, who: Actor) -> date:
    """The date that it is now where somebody lives."""
    return today(session, ZoneInfo(zone_of(session, who)))
