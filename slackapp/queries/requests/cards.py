"""A request as its card and its page show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import UserId, WorkspaceId
from slackapp.models import request_lateness
from slackapp.models.request_life import RequestState
from slackapp.models.requests import Priority, Request, RequestExtras
from slackapp.models.teams import Team
from slackapp.queries.people import name_of
from slackapp.queries.requests.places import places_of
from slackapp.queries.rows import of_row
from slackapp.queries.sources import Source, source
from slackapp.references import REQUEST


@dataclass(frozen=True)
class RequestCard(RequestExtras):
    """A request as it is now. Days are the receiving team's, moments UTC."""

    id: int
    number: int
    title: str
    why: str
    state: RequestState
    priority: Priority
    is_private: bool
    requester_id: UserId
    requester: str
    from_team: str
    to_team: str
    to_team_id: int
    owner_id: UserId | None
    owner: str
    needed_by: date
    promised: date | None
    proposed: date | None
    due_at: datetime | None
    answer_by: datetime | None
    missed_at: datetime | None
    blocked_by: str
    blocking_team: str
    question: str
    source_url: str
    source_gone: bool
    submitted_at: datetime
    at: datetime
    """The moment for which this is true: what is past it is late."""
    source: Source | None = None
    """The message it came from, where no link leads to it."""
    is_here: bool = True
    """Whether the card stands where the request is now; a card that it left says where it went."""

    @property
    def ref(self) -> str:
        """What people call it."""
        return REQUEST.of(self.number)

    @property
    def limit(self) -> int:
        """Until when the team is waited for, in seconds since 1970: for the answer first, then for what it promised."""
        until = self.answer_by if self.state == RequestState.OPEN else self.due_at
        return int(until.timestamp()) if until else 0

    @property
    def is_late(self) -> bool:
        """Whether it should have been answered or delivered by now."""
        return request_lateness.is_late(self, self.at)


def card(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> RequestCard | None:
    """The request as it stands at a place: a channel, or somebody's direct messages."""
    request = _found(session, workspace_id, int(refs["request"]))
    return card_of(session, request, str(refs.get("place", ""))) if request else None


def _found(session: Session, workspace_id: WorkspaceId, request_id: int) -> Request | None:
    found = select(Request).where(Request.workspace_id == workspace_id, Request.id == request_id)
    return session.scalars(found).one_or_none()


def card_of(session: Session, request: Request, place: str = "") -> RequestCard:
    """The request as it stands at a place, or wherever it is."""
    teams = {
        each: session.get(Team, each)
        for each in (request.to_team_id, request.from_team_id, request.blocking_team_id)
        if each
    }
    names = {each: team.name for each, team in teams.items() if team}
    to_team = session.get_one(Team, request.to_team_id)
    return of_row(
        RequestCard,
        request,
        requester=name_of(session, request.workspace_id, request.requester_id),
        from_team=names.get(request.from_team_id or 0, ""),
        to_team=to_team.name,
        owner=name_of(session, request.workspace_id, request.owner_id) if request.owner_id else "",
        blocking_team=names.get(request.blocking_team_id or 0, ""),
        source=source(session, request),
        at=now(session),
        is_here=place in ("", *places_of(request, to_team)),
    )
