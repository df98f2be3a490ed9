"""The requests of somebody's Home: those that wait for them or their teams, and those that they wait for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, or_, select
from sqlalchemy.orm import Session

from slackapp import cards
from slackapp.clock import now
from slackapp.models.people import Channel
from slackapp.models.request_lateness import is_late_column
from slackapp.models.request_life import ENDED, RequestState, RequestVerb
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.permissions import requests as permissions
from slackapp.permissions.teams import may_know_channel
from slackapp.permissions.viewer import Viewer
from slackapp.queries import links
from slackapp.queries.home.sections import HomeSection, Slice, held, some
from slackapp.queries.requests.cards import RequestCard, card_of
from slackapp.queries.requests.places import places_of

Found = Sequence[tuple[Request, Team, Channel | None]]

TO_DO = frozenset({RequestState.ACCEPTED, RequestState.IN_PROGRESS, RequestState.BLOCKED})
"""What waits for its owner."""
TO_SAY = frozenset({RequestState.WAITING, RequestState.PROPOSED, RequestState.DONE})
"""What waits for a word of the requester."""


@dataclass(frozen=True)
class Waiting:
    """A request, what this reader can do about it, and where its card stands."""

    card: RequestCard
    verbs: frozenset[RequestVerb]
    url: str


def waiting(session: Session, reader: Viewer, wanted: Slice) -> HomeSection[Waiting]:
    """Unanswered, late or blocked at their teams, theirs to do, or theirs to say something to; the late ones first."""
    is_late = is_late_column(now(session))
    mine = or_(
        and_(Request.owner_id == reader.user_id, Request.state.in_(TO_DO)),
        and_(Request.requester_id == reader.user_id, Request.state.in_(TO_SAY)),
        and_(Request.to_team_id.in_(reader.team_ids), or_(Request.state == RequestState.OPEN, is_late)),
        and_(Request.blocking_team_id.in_(reader.team_ids), Request.state == RequestState.BLOCKED),
    )
    # Done ones come last: they only want to be confirmed.
    order = (Request.state.in_(ENDED), case((is_late, 0), else_=1), _until())
    return some(session, _seen(reader, mine, *order), wanted, lambda rows: _rows(session, reader, rows))


def sent(session: Session, reader: Viewer, wanted: Slice) -> HomeSection[Waiting]:
    """What they asked for, as long as others have to do with it."""
    ongoing = Request.state.in_(TO_DO | {RequestState.OPEN})
    found = _seen(reader, and_(Request.requester_id == reader.user_id, ongoing), _until())
    return some(session, found, wanted, lambda rows: _rows(session, reader, rows))


def _until() -> ColumnElement[Any]:
    """The moment until which somebody is waited for."""
    return case((Request.state == RequestState.OPEN, Request.answer_by), else_=Request.due_at)


def _seen(reader: Viewer, wished: ColumnElement[bool], *order: ColumnElement[Any]) -> Select[Request, Team, Channel]:
    home = and_(Channel.workspace_id == Team.workspace_id, Channel.channel_id == Team.home_channel)
    found = select(Request, Team, Channel).join(Team, Team.id == Request.to_team_id).join(Channel, home, isouter=True)
    return found.where(permissions.visible_to(reader), wished).order_by(*order, Request.id)


def _rows(session: Session, reader: Viewer, found: Found) -> list[Waiting]:
    urls = links.of_cards(session, reader.workspace_id, dict(_cards(reader, found)))
    people = [person for each, *_ in found for person in (each.requester_id, each.owner_id)]
    teams = [team for each, *_ in found for team in (each.from_team_id, each.blocking_team_id)]
    with held(session, reader.workspace_id, people, teams):
        return [
            Waiting(card_of(session, each), permissions.verbs(each, reader), urls.get(each.id, ""))
            for each, *_ in found
        ]


def _cards(reader: Viewer, found: Found) -> Iterator[tuple[int, str]]:
    """The card that this reader can open: in a channel of which they may know, or in their own direct messages."""
    for request, team, home in found:
        for place in places_of(request, team):
            if place == reader.user_id or (home and place == home.channel_id and may_know_channel(reader, home)):
                yield request.id, cards.request(request.id, place).key
