"""A request as its page shows it: everything that one reader may know and do."""

from dataclasses import dataclass
from typing import NoReturn

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor, ChannelId, Timestamp, UserId
from slackapp.models.request_life import RequestVerb
from slackapp.models.requests import Request, RequestGuest
from slackapp.permissions import requests as permissions
from slackapp.permissions.unseen import unseen
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries.people import name_of
from slackapp.queries.requests import history
from slackapp.queries.requests.cards import RequestCard, card_of
from slackapp.queries.requests.history import RequestEntry


@dataclass(frozen=True)
class Guest:
    """The outsider who was let in."""

    user_id: UserId
    name: str


@dataclass(frozen=True)
class SourceMessage:
    """The message that a request came from."""

    channel: ChannelId
    ts: Timestamp


@dataclass(frozen=True)
class RequestPage:
    """A request with its history, what this reader can do about it, and who was let in."""

    card: RequestCard
    verbs: frozenset[RequestVerb]
    guests: tuple[Guest, ...]
    history: tuple[RequestEntry, ...]
    source: SourceMessage | None
    """None also where it is known that the message is gone."""


def page(session: Session, who: Actor, *, request_id: int) -> RequestPage:
    """The request for one reader; NotFound also where they may not see it."""
    return page_if_seen(session, who, request_id=request_id) or _refuse(viewer(session, who))


def card_for(session: Session, who: Actor, request_id: int) -> RequestCard:
    """The request as its card shows it, for one reader: what stands above a form. NotFound as `page` says it."""
    reader = viewer(session, who)
    return card_of(session, _seen(session, reader, request_id) or _refuse(reader))


def page_if_seen(session: Session, who: Actor, *, request_id: int) -> RequestPage | None:
    """The same, None where they may not see it: after a step by which they gave it away, say."""
    reader = viewer(session, who)
    request = _seen(session, reader, request_id)
    if request is None:
        return None
    return RequestPage(
        card=card_of(session, request),
        verbs=permissions.verbs(request, reader),
        guests=_guests(session, request),
        history=history.of(session, request),
        source=_source(request),
    )


def page_of_number(session: Session, who: Actor, *, number: int) -> RequestPage:
    """The same by the number that people say; NotFound alike."""
    numbered = select(Request.id).where(Request.workspace_id == who.workspace_id, Request.number == number)
    return page(session, who, request_id=session.scalar(numbered) or 0)


def _seen(session: Session, reader: Viewer, request_id: int) -> Request | None:
    seen = select(Request).where(Request.id == request_id, permissions.visible_to(reader))
    return session.scalars(seen).one_or_none()


def _refuse(reader: Viewer) -> NoReturn:
    raise unseen(reader, NotFound("There is no such request, or you may not see it."))


def _source(request: Request) -> SourceMessage | None:
    if request.source_channel is None or request.source_ts is None or request.source_gone:
        return None
    return SourceMessage(request.source_channel, request.source_ts)


def _guests(session: Session, request: Request) -> tuple[Guest, ...]:
    let_in = select(RequestGuest.user_id).where(RequestGuest.request_id == request.id)
    ids = session.scalars(let_in.order_by(RequestGuest.user_id)).all()
    return tuple(Guest(each, name_of(session, request.workspace_id, each)) for each in ids)
