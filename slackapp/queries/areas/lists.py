"""Lists of areas: mine, of a team, and those that have no owner or no confirmation (OWN, issue 7)."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from slackapp.errors import NotAllowed
from slackapp.ids import Actor
from slackapp.models.areas import Area
from slackapp.models.teams import Team
from slackapp.permissions import areas as permissions
from slackapp.permissions.areas import visible_to
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries.areas.cards import AreaCard, card_of

PAGE = 8  # with buttons, what one looks through without scrolling


class AreaFilter(StrEnum):
    """Which areas somebody wants to see."""

    MINE = "mine"
    ALL = "all"
    ADRIFT = "adrift"
    """Without an owner, not confirmed, or offered to somebody."""
    NO_BACKUP = "no_backup"
    RETIRED = "retired"


@dataclass(frozen=True)
class WantedAreas:
    """A filter, of one team where its number is given, and the page, from 0."""

    filter: AreaFilter = AreaFilter.MINE
    team_id: int | None = None
    page: int = 0


@dataclass(frozen=True)
class ListedAreas:
    """One page of a list. `team` is the name of the team, where there is one."""

    wanted: WantedAreas
    team: str
    rows: tuple[AreaCard, ...]
    total: int
    may_move: bool
    """Whether the reader may give everything of this team to another."""

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PAGE))


def listed(session: Session, who: Actor, wanted: WantedAreas) -> ListedAreas:
    """One page, by name; NotAllowed for guests."""
    reader = viewer(session, who)
    if not reader.is_member:
        raise NotAllowed("Who owns what is shown to members of the organisation, not to guests.")
    matching = and_(visible_to(reader), _matching(reader, wanted))
    total = session.scalar(select(func.count()).select_from(Area).where(matching)) or 0
    found = select(Area).where(matching).order_by(Area.key).offset(wanted.page * PAGE).limit(PAGE)
    rows = tuple(card_of(session, each, reader) for each in session.scalars(found))
    team = session.get(Team, wanted.team_id) if wanted.team_id else None
    is_here = team is not None and team.workspace_id == who.workspace_id
    may_move = is_here and total > 0 and permissions.may_move_all(reader, wanted.team_id or 0)
    return ListedAreas(wanted, team.name if team and is_here else "", rows, total, may_move)


def adrift() -> ColumnElement[bool]:
    """What nobody owns, or nobody has confirmed: in use, and without an owner or past every reminder or never asked."""
    return and_(
        Area.retired_at.is_(None),
        or_(
            Area.owner_id.is_(None),
            Area.confirmed_at.is_(None),
            Area.lapsed_at.is_not(None),
            Area.with_lead,
            Area.owner_left,
            Area.offered_to.is_not(None),
        ),
    )


def _matching(reader: Viewer, wanted: WantedAreas) -> ColumnElement[bool]:
    own = Area.team_id == wanted.team_id if wanted.team_id else Area.workspace_id == reader.workspace_id
    in_use = and_(own, Area.retired_at.is_(None))
    match wanted.filter:
        case AreaFilter.MINE:
            return and_(in_use, or_(Area.owner_id == reader.user_id, Area.offered_to == reader.user_id))
        case AreaFilter.ALL:
            return in_use
        case AreaFilter.ADRIFT:
            return and_(own, adrift())
        case AreaFilter.NO_BACKUP:
            return and_(in_use, Area.backup_id.is_(None))
        case AreaFilter.RETIRED:
            return and_(own, Area.retired_at.is_not(None))
