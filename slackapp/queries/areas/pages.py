"""An area as its page shows it, and what its form begins with."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor, UserId
from slackapp.models.area_life import AreaKind, AreaVerb
from slackapp.models.area_terms import AreaTerms
from slackapp.models.areas import Area
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.permissions import areas as permissions
from slackapp.permissions.areas import visible_to
from slackapp.permissions.unseen import unseen
from slackapp.permissions.viewer import viewer
from slackapp.queries import teams
from slackapp.queries.areas import history
from slackapp.queries.areas.cards import AreaCard, card_of
from slackapp.queries.areas.history import AreaEntry
from slackapp.queries.rows import of_row


@dataclass(frozen=True)
class AreaPage:
    """An area with what this reader can do about it, and its history, newest first."""

    card: AreaCard
    verbs: frozenset[AreaVerb]
    history: tuple[AreaEntry, ...]


@dataclass(frozen=True)
class FilledArea:
    """A form before anything is typed. `area_id` is None for a new area; teams are numbers with names."""

    area_id: int | None
    terms: AreaTerms
    owner_id: UserId | None
    team: str = ""
    other_team: str = ""


def page(session: Session, who: Actor, area_id: int) -> AreaPage:
    """The area for one reader; NotFound also where they may not see it."""
    reader = viewer(session, who)
    area = _seen(session, who, area_id)
    return AreaPage(card_of(session, area, reader), permissions.verbs(area, reader), history.of(session, area))


def card_for(session: Session, who: Actor, area_id: int) -> AreaCard:
    """The area as its card shows it, for one reader: what stands above a form. NotFound as `page` says it."""
    return card_of(session, _seen(session, who, area_id), viewer(session, who))


def new(session: Session, who: Actor, name: str) -> FilledArea:
    """An empty form: of one's own team, with oneself as the owner."""
    own = teams.by_person(session, who.workspace_id, who.user_id)
    return FilledArea(
        None, AreaTerms(name, AreaKind.SYSTEM, own.id if own else None), who.user_id, own.name if own else ""
    )


def existing(session: Session, who: Actor, area_id: int) -> FilledArea:
    """The form of an area as it is; what its reader may not know, and who is gone, is left empty."""
    area, reader = _seen(session, who, area_id), viewer(session, who)
    team = session.get_one(Team, area.team_id)
    other = session.get(Team, area.other_team_id) if area.other_team_id else None
    shown = card_of(session, area, reader)
    terms = of_row(
        AreaTerms,
        area,
        team_id=None if team.is_archived else team.id,
        backup_id=_able(session, area, area.backup_id),
        other_team_id=other.id if other and not other.is_archived else None,
        channel_id=shown.channel_id if area.channel_id else None,
    )
    return FilledArea(area.id, terms, area.owner_id, team.name, other.name if other else "")


def _seen(session: Session, who: Actor, area_id: int) -> Area:
    reader = viewer(session, who)
    area = session.scalars(select(Area).where(Area.id == area_id, visible_to(reader))).one_or_none()
    if area is None:
        raise unseen(reader, NotFound("There is no such area, or you may not see it."))
    return area


def _able(session: Session, area: Area, user_id: UserId | None) -> UserId | None:
    person = session.get(Person, (area.workspace_id, user_id)) if user_id else None
    return user_id if person is None or not person.is_deactivated else None
