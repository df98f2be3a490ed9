"""What happened to a request, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.request_life import State, Verb
from slackapp.models.requests import Request, RequestEvent
from slackapp.permissions import requests as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries.people import name_of
from slackapp.queries.requests.cards import Card, card


@dataclass(frozen=True)
class Entry:
    """One line of the history. `about` names what the verb needs: a person, a team, a date."""

    verb: Verb
    at: datetime
    by: str
    before: State
    after: State
    why: str
    about: Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """What somebody is told of a step that another took, and what they can do about it."""

    card: Card
    entry: Entry
    is_requester: bool
    is_owner: bool
    verbs: frozenset[Verb]


def entry(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Entry | None:
    """One line, for a thread."""
    event = _event(session, workspace_id, int(refs["event"]))
    return _entry(session, event) if event else None


def told(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Told | None:
    """One line, for somebody who is told of it; None where they may not see the request any more."""
    event = _event(session, workspace_id, int(refs["event"]))
    if event is None:
        return None
    request = session.get_one(Request, event.request_id)
    reader = viewer(session, Actor(workspace_id, UserId(str(refs["person"]))))
    shown = card(session, workspace_id, {"request": request.id})
    if shown is None:
        return None
    return Told(
        card=shown,
        entry=_entry(session, event),
        is_requester=request.requester_id == reader.user_id,
        is_owner=request.owner_id == reader.user_id,
        verbs=permissions.verbs(request, reader),
    )


def history(session: Session, request: Request) -> list[Entry]:
    """Everything that happened to a request that its reader may see, oldest first."""
    theirs = (RequestEvent.workspace_id == request.workspace_id, RequestEvent.request_id == request.id)
    lines = select(RequestEvent).where(*theirs).order_by(RequestEvent.id)
    return [_entry(session, event) for event in session.scalars(lines)]


def _event(session: Session, workspace_id: WorkspaceId, event_id: int) -> RequestEvent | None:
    found = select(RequestEvent).where(RequestEvent.workspace_id == workspace_id, RequestEvent.id == event_id)
    return session.scalars(found).one_or_none()


def _entry(session: Session, event: RequestEvent) -> Entry:
    about = dict(event.about)
    if "owner" in about:
        about["owner"] = name_of(session, event.workspace_id, UserId(about["owner"]))
    return Entry(
        verb=event.verb,
        at=event.at,
        by=name_of(session, event.workspace_id, event.by) if event.by else "",
        before=event.before,
        after=event.after,
        why=event.why,
        about=about,
    )
