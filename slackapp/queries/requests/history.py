"""What happened to a request, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.request_life import RequestVerb
from slackapp.models.requests import Request, RequestEvent
from slackapp.permissions import requests as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries import history
from slackapp.queries.requests.cards import RequestCard, card

RequestEntry = history.Entry[RequestVerb]


@dataclass(frozen=True)
class RequestTold:
    """What somebody is told of a step that another took, and what they can do about it."""

    card: RequestCard
    entry: RequestEntry
    is_requester: bool
    is_owner: bool
    verbs: frozenset[RequestVerb]


def entry(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> RequestEntry | None:
    """One line, for a thread."""
    event = history.event(session, RequestEvent, workspace_id, refs)
    return history.entry(session, event) if event else None


def told(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> RequestTold | None:
    """One line, for somebody who is told of it; None where they may not see the request any more."""
    event = history.event(session, RequestEvent, workspace_id, refs)
    if event is None:
        return None
    request = session.get_one(Request, event.request_id)
    reader = viewer(session, Actor(workspace_id, UserId(str(refs["person"]))))
    shown = card(session, workspace_id, {"request": request.id})
    if shown is None:
        return None
    return RequestTold(
        card=shown,
        entry=history.entry(session, event),
        is_requester=request.requester_id == reader.user_id,
        is_owner=request.owner_id == reader.user_id,
        verbs=permissions.verbs(request, reader),
    )


def of(session: Session, request: Request) -> tuple[RequestEntry, ...]:
    """Everything that happened to a request that its reader may see, oldest first."""
    theirs = (RequestEvent.workspace_id == request.workspace_id, RequestEvent.request_id == request.id)
    return history.entries(session, select(RequestEvent).where(*theirs).order_by(RequestEvent.id))
