"""What every step in a request's life shares: who and whether, the history line, and who is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import cards, outbox
from slackapp.errors import NotAllowed, NotFound, NotPossibleNow, Refusal
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.digests import ItemKind
from slackapp.models.request_life import LIFE, STATES, RequestState, RequestVerb, who_can
from slackapp.models.requests import Request, RequestEvent
from slackapp.models.teams import Team
from slackapp.permissions import requests as permissions
from slackapp.permissions.viewer import Viewer
from slackapp.queries.people import name_of
from slackapp.queries.requests.places import Place
from slackapp.references import REQUEST
from slackapp.rules import digests, history
from slackapp.rules.requests import reminders
from slackapp.rules.requests.places import places, show_card
from slackapp.rules.step_guard import StepGuard


@dataclass(frozen=True)
class RequestTurn:
    """A request that somebody is about to take a step with, locked until the transaction ends."""

    request: Request
    team: Team
    viewer: Viewer
    verb: RequestVerb
    before: RequestState


def begin(session: Session, request_id: int, verb: RequestVerb, *, by: Actor) -> RequestTurn:
    """Lock the request and make sure that this step is theirs and possible now; refused as a Guard refuses."""
    request, who = GUARD.begin(session, request_id, verb, by=by)
    return RequestTurn(request, session.get_one(Team, request.to_team_id), who, verb, request.state)


def end(
    session: Session,
    turn: RequestTurn,
    *,
    why: str = "",
    left: Sequence[Place] = (),
    former: UserId | None = None,
    **about: str,
) -> None:
    """Write the one history line of this step, keep the cards true, tell whom it concerns, and set the next reminder.

    `left` are the places that the request has just left: their cards say where it went. `former` is an owner who is
    owner no more and is told so.
    """
    request = turn.request
    line = history.line(
        session,
        RequestEvent,
        request,
        turn.verb,
        before=turn.before,
        after=request.state,
        by=turn.viewer.user_id,
        why=why,
        about=about,
    )
    event = history.write(session, line)
    reminders.plan(session, request, turn.team)
    digests.follow(session, request.workspace_id, ItemKind.REQUEST, request.id)
    here = places(session, request)
    for place in dict.fromkeys([*here, *left]):
        show_card(session, request, place)
        _say_in_thread(session, event, place)
    for person in dict.fromkeys([request.requester_id, request.owner_id, former]):
        if person and (person != event.by or event.verb is RequestVerb.SUBMIT) and person not in here:
            once = f"request.told:{event.id}:{person}"
            outbox.say(session, request.workspace_id, person, "request.told", once=once, event=event.id, person=person)


def _locked(session: Session, workspace_id: WorkspaceId, request_id: int) -> Request | None:
    found = select(Request).where(Request.id == request_id, Request.workspace_id == workspace_id)
    # Held until the commit: of two who accept at once the second sees who was first.
    return session.scalars(found.with_for_update()).one_or_none()


def _refusal(session: Session, request: Request, who: Viewer, verb: RequestVerb) -> Refusal | None:
    if not permissions.may_take(request, who, verb):
        requester = name_of(session, request.workspace_id, request.requester_id)
        team = session.get_one(Team, request.to_team_id).name
        return NotAllowed("Only {who} can do this.", who=who_can(verb, requester, team, is_private=request.is_private))
    return None if request.state in LIFE[verb].states else _too_late(session, request, verb)


def _too_late(session: Session, request: Request, verb: RequestVerb) -> NotPossibleNow:
    name = REQUEST.of(request.number)
    if verb is RequestVerb.ACCEPT and request.owner_id:
        owner = name_of(session, request.workspace_id, request.owner_id)
        return NotPossibleNow("{owner} has {request} already.", owner=owner, request=name)
    return NotPossibleNow("{request} {state}. {only}", request=name, state=STATES[request.state], only=LIFE[verb].only)


def _say_in_thread(session: Session, event: RequestEvent, place: Place) -> None:
    if event.verb is RequestVerb.SUBMIT:
        return
    card = cards.request(event.request_id, place).key
    once = f"request.line:{event.id}:{place}"
    outbox.say(session, event.workspace_id, place, "request.line", once=once, thread=card, event=event.id)


GUARD = StepGuard(
    Request,
    locked=_locked,
    may_see=permissions.may_see,
    refusal=_refusal,
    nothing=lambda: NotFound("There is no such request, or you may not see it."),
)
check = GUARD.check
