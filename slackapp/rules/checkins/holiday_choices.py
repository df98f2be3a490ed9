"""Whose public holidays people keep: those that they chose, else those of their team or of where they live (CHK-3)."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import holiday_calendars
from slackapp.ids import UserId, WorkspaceId
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.queries import teams


def countries_of(session: Session, workspace_id: WorkspaceId, people: Sequence[Person]) -> Mapping[UserId, str | None]:
    """Each one's own calendar, else their team's where it works in their zone, else that zone's; None if unknown."""
    others = _zones_with_another_calendar(session, workspace_id)
    return {person.user_id: _country_of(session, person, asks_team=person.tz in others) for person in people}


def _country_of(session: Session, person: Person, *, asks_team: bool) -> str | None:
    if person.calendar:
        return person.calendar
    team = teams.by_person(session, person.workspace_id, person.user_id) if asks_team else None
    return team.calendar if team and team.tz == person.tz and team.calendar else holiday_calendars.of_zone(person.tz)


def _zones_with_another_calendar(session: Session, workspace_id: WorkspaceId) -> frozenset[str]:
    """Where a team keeps other holidays than its zone says, as in Bavaria: only there it must be asked who is in it."""
    kept = select(Team).where(Team.workspace_id == workspace_id, Team.country.is_not(None))
    return frozenset(each.tz for each in session.scalars(kept) if each.calendar != holiday_calendars.of_zone(each.tz))
