"""Requests in a digest: which ones, and as they are now."""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, Select, and_, case, or_, select, union
from sqlalchemy.orm import Session, aliased

from slackapp import cards
from slackapp.ids import ChannelId
from slackapp.models import request_lateness
from slackapp.models.digests import ItemKind, Section
from slackapp.models.people import Person
from slackapp.models.request_life import RequestState
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.permissions import audience as permissions
from slackapp.queries import links
from slackapp.queries.digests.content import RequestLine
from slackapp.queries.digests.listing import Listing
from slackapp.queries.digests.scope import DigestScope
from slackapp.queries.rows import of_row
from slackapp.references import REQUEST

TO_TEAM, FROM_TEAM, BLOCKER = aliased(Team), aliased(Team), aliased(Team)
BACK_WITH_US = (RequestState.WAITING, RequestState.PROPOSED)
"""The requester is asked something."""


def late(scope: DigestScope) -> Listing:
    """What the teams should have answered or delivered by now, the oldest first (REQ-7)."""
    found = asked_of(scope).where(is_late(scope))
    return Listing(ItemKind.REQUEST, found.order_by(request_lateness.late_from_column(), Request.id))


def blocked(scope: DigestScope) -> Listing:
    """What else is blocked: with the teams, or by them."""
    is_stopped = Request.state == RequestState.BLOCKED
    here = asked_of(scope).where(is_stopped, ~is_late(scope))
    by_us = _under_way(scope).where(is_stopped, Request.blocking_team_id.in_(scope.team_ids), ~_is_asked(scope))
    # Each by its own index: in one question, all that is under way anywhere would be read.
    found = union(here.add_columns(Request.due_at), by_us.add_columns(Request.due_at)).subquery()
    return Listing(ItemKind.REQUEST, select(found.c.id).order_by(found.c.due_at, found.c.id))


def incoming(scope: DigestScope) -> Listing:
    """What else the teams are asked: what is new or due soon first."""
    found = asked_of(scope)
    if scope.has(Section.ATTENTION):
        found = found.where(~is_late(scope), Request.state != RequestState.BLOCKED)
    is_news = _is_news(scope)
    return Listing(ItemKind.REQUEST, found.order_by(case((is_news, 0), else_=1), Request.due_at, Request.id), is_news)


def outgoing(scope: DigestScope) -> Listing:
    """What the teams ask of others: what waits for themselves first, then what is late, then as above."""
    found = asked_by(scope).where(~_is_asked(scope))
    if scope.has(Section.ATTENTION):
        by_us = and_(Request.blocking_team_id.is_not(None), Request.blocking_team_id.in_(scope.team_ids))
        found = found.where(~and_(Request.state == RequestState.BLOCKED, by_us))
    is_back, is_over_time, is_news = Request.state.in_(BACK_WITH_US), is_late(scope), _is_news(scope)
    order = case((is_back, 0), (is_over_time, 1), (is_news, 2), else_=3)
    is_worth_it = or_(is_back, is_over_time, is_news)
    return Listing(ItemKind.REQUEST, found.order_by(order, Request.due_at, Request.id), is_worth_it)


def lines(session: Session, scope: DigestScope, ids: Collection[int]) -> Mapping[int, RequestLine]:
    """These as they are now, without those that not everybody here may see (any more)."""
    if not ids:
        return {}
    is_owner = and_(Person.workspace_id == Request.workspace_id, Person.user_id == Request.owner_id)
    found = (
        select(Request, TO_TEAM.name, TO_TEAM.home_channel, FROM_TEAM.name, BLOCKER.name, Person.name)
        .join(TO_TEAM, TO_TEAM.id == Request.to_team_id)
        .join(FROM_TEAM, FROM_TEAM.id == Request.from_team_id, isouter=True)
        .join(BLOCKER, BLOCKER.id == Request.blocking_team_id, isouter=True)
        .join(Person, is_owner, isouter=True)
        .where(Request.id.in_(ids), permissions.requests(scope.audience))
    )
    rows = session.execute(found).all()
    places = {row[0].id: _card(row[0].id, row[2]) for row in rows}
    urls = links.of_cards(session, scope.workspace_id, places)
    return {
        request.id: of_row(
            RequestLine,
            request,
            ref=REQUEST.of(request.number),
            from_team=from_name or "",
            to_team=to_name,
            owner=owner or request.owner_id or "",
            blocking_team=blocker_name or "",
            url=urls.get(request.id, ""),
            at=scope.at,
        )
        for request, to_name, _, from_name, blocker_name, owner in rows
    }


def asked_of(scope: DigestScope) -> Select[int]:
    """What the teams are asked and is under way."""
    return _under_way(scope).where(_is_asked(scope))


def asked_by(scope: DigestScope) -> Select[int]:
    """What the teams ask of anybody, of themselves too, and is under way."""
    return _under_way(scope).where(Request.from_team_id.in_(scope.team_ids))


def is_late(scope: DigestScope) -> ColumnElement[bool]:
    """Whether it should have been answered or delivered by now."""
    return request_lateness.is_late_column(scope.at)


def _card(request_id: int, home: ChannelId) -> str:
    return cards.request(request_id, home).key


def _under_way(scope: DigestScope) -> Select[int]:
    mine = Request.workspace_id == scope.workspace_id
    return select(Request.id).where(mine, Request.closed_at.is_(None), permissions.requests(scope.audience))


def _is_asked(scope: DigestScope) -> ColumnElement[bool]:
    return Request.to_team_id.in_(scope.asked_ids)


def _is_news(scope: DigestScope) -> ColumnElement[bool]:
    """Whether it came in the period or is due in the next one."""
    return or_(Request.submitted_at > scope.since, Request.due_at <= scope.next_until)
