"""Whose public holidays people keep: those of the country in which they live (CHK-3)."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from holidays.registry import EntityLoader
from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.queries import teams


def countries_of(session: Session, workspace_id: WorkspaceId, people: Sequence[Person]) -> Mapping[UserId, str | None]:
    """The calendar of each one's team where it works in their zone, else of that zone's country; None if unknown."""
    others = _zones_with_another_calendar(session, workspace_id)
    return {person.user_id: _country_of(session, person, asks_team=person.tz in others) for person in people}


def _country_of(session: Session, person: Person, *, asks_team: bool) -> str | None:
    team = teams.by_person(session, person.workspace_id, person.user_id) if asks_team else None
    return team.country if team and team.tz == person.tz and team.country else _of_zone(person.tz)


def _zones_with_another_calendar(session: Session, workspace_id: WorkspaceId) -> frozenset[str]:
    """Where a team keeps other holidays than its zone says, as in Bavaria: only there it must be asked who is in it."""
    kept = select(Team.tz, Team.country).where(Team.workspace_id == workspace_id, Team.country.is_not(None)).distinct()
    return frozenset(tz for tz, country in session.execute(kept) if country != _of_zone(tz))


def _of_zone(tz: str) -> str | None:
    country = _zones().get(tz)
    return country if country in _known() else None


@cache
def _known() -> frozenset[str]:
    return frozenset(EntityLoader.get_country_codes(include_aliases=False))


@cache
def _zones() -> Mapping[str, str]:
    # The old table gives each zone one country; the new one gives Amsterdam's to Belgium.
    lines = files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {row[2]: row[0] for row in rows}
