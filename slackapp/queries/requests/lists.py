"""Lists of requests: mine, waiting for my team, overdue, by team, by customer (REQ-10)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import Actor
from slackapp.models.request_lateness import is_late, is_late_column
from slackapp.models.request_life import ENDED, RequestState
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.normalization import key
from slackapp.permissions.requests import visible_to
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries.people import name_of
from slackapp.queries.rows import of_row

PAGE = 8  # with buttons, what one looks through without scrolling


class RequestFilter(StrEnum):
    """Which requests somebody wants to see."""

    MINE = "mine"
    WAITING = "waiting"
    OVERDUE = "overdue"
    TEAM = "team"
    CUSTOMER = "customer"


@dataclass(frozen=True)
class WantedRequests:
    """A filter, with the team's number or the customer's name where it needs one, and the page, from 0."""

    filter: RequestFilter = RequestFilter.MINE
    which: str = ""
    page: int = 0


@dataclass(frozen=True)
class RequestRow:
    """One request in a list."""

    id: int
    number: int
    title: str
    state: RequestState
    to_team: str
    owner: str
    due_at: datetime | None
    is_late: bool


@dataclass(frozen=True)
class ListedRequests:
    """One page of a list. `which` is the team's name or the customer, for the heading."""

    wanted: WantedRequests
    which: str
    rows: tuple[RequestRow, ...]
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PAGE))


def listed(session: Session, who: Actor, wanted: WantedRequests) -> ListedRequests:
    """The requests that this person may see and asked for, the most pressing first."""
    reader = viewer(session, who)
    matching = and_(visible_to(reader), _matching(reader, wanted, now(session)))
    total = session.scalar(select(func.count()).select_from(Request).where(matching)) or 0
    order = (Request.state.in_(ENDED), Request.due_at, Request.id)
    found = select(Request).where(matching).order_by(*order).offset(wanted.page * PAGE).limit(PAGE)
    rows = tuple(_row(session, each) for each in session.scalars(found))
    return ListedRequests(wanted, _name(session, who, wanted), rows, total)


def _matching(reader: Viewer, wanted: WantedRequests, at: datetime) -> ColumnElement[bool]:
    active = Request.state.not_in(ENDED)
    match wanted.filter:
        case RequestFilter.MINE:
            mine = or_(Request.requester_id == reader.user_id, Request.owner_id == reader.user_id)
            return and_(mine, Request.state.not_in(ENDED - {RequestState.DONE}))
        case RequestFilter.WAITING:
            return and_(active, Request.to_team_id.in_(reader.team_ids))
        case RequestFilter.OVERDUE:
            return and_(Request.closed_at.is_(None), is_late_column(at))
        case RequestFilter.TEAM:
            return and_(active, Request.to_team_id == int(wanted.which))
        case RequestFilter.CUSTOMER:
            return Request.customer_key == key(wanted.which)[:200]


def _row(session: Session, request: Request) -> RequestRow:
    return of_row(
        RequestRow,
        request,
        to_team=session.get_one(Team, request.to_team_id).name,
        owner=name_of(session, request.workspace_id, request.owner_id) if request.owner_id else "",
        is_late=is_late(request, now(session)),
    )


def _name(session: Session, who: Actor, wanted: WantedRequests) -> str:
    if wanted.filter is not RequestFilter.TEAM:
        return wanted.which
    team = session.get(Team, int(wanted.which))
    return team.name if team and team.workspace_id == who.workspace_id else ""
