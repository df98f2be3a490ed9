"""What every step in a request's life shares: who and whether, the history line, and who is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.errors import NotAllowed, NotFound, NotPossibleNow
from slackapp.ids import Actor, UserId
from slackapp.models.digests import ItemKind
from slackapp.models.request_life import LIFE, State, Verb
from slackapp.models.requests import Request, RequestEvent
from slackapp.models.teams import Team
from slackapp.permissions import requests as permissions
from slackapp.permissions.unseen import unseen
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries.people import name_of
from slackapp.queries.requests.places import Place
from slackapp.rules import digests
from slackapp.rules.requests import reminders, words
from slackapp.rules.requests.places import card_key, places, show_card


@dataclass(frozen=True)
class Turn:
    """A request that somebody is about to take a step with, locked until the transaction ends."""

    request: Request
    team: Team
    viewer: Viewer
    verb: Verb
    before: State


def check(session: Session, request_id: int, verb: Verb, *, by: Actor) -> None:
    """Make sure, before a form is opened, that this step is theirs and possible now; refused as `begin` refuses it."""
    _turn(session, _found(request_id, by), verb, by)


def begin(session: Session, request_id: int, verb: Verb, *, by: Actor) -> Turn:
    """Lock the request and make sure that this step is theirs and possible now.

    Raises NotFound also for what this person may not see, NotAllowed, NotPossibleNow.
    """
    return _turn(session, _found(request_id, by).with_for_update(), verb, by)


def end(
    session: Session,
    turn: Turn,
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
    event = _written(session, turn, why, about)
    reminders.plan(session, request, turn.team)
    digests.follow(session, request.workspace_id, ItemKind.REQUEST, request.id)
    here = places(session, request)
    for place in dict.fromkeys([*here, *left]):
        show_card(session, request, place)
        _say_in_thread(session, event, place)
    for person in dict.fromkeys([request.requester_id, request.owner_id, former]):
        if person and (person != event.by or event.verb is Verb.SUBMIT) and person not in here:
            once = f"request.told:{event.id}:{person}"
            outbox.say(session, request.workspace_id, person, "request.told", once=once, event=event.id, person=person)


def _found(request_id: int, by: Actor) -> Select[Request]:
    return select(Request).where(Request.id == request_id, Request.workspace_id == by.workspace_id)


def _turn(session: Session, found: Select[Request], verb: Verb, by: Actor) -> Turn:
    request = session.scalars(found).one_or_none()
    who = viewer(session, by)
    if request is None or not permissions.may_see(session, request, who):
        raise unseen(who, NotFound("There is no such request, or you may not see it."))
    team = session.get_one(Team, request.to_team_id)
    if not permissions.may_take(request, who, verb):
        requester = name_of(session, by.workspace_id, request.requester_id)
        raise NotAllowed("Only {who} can do this.", who=words.who_can(request, requester, team.name, verb))
    if request.state not in LIFE[verb].states:
        raise _too_late(session, request, verb)
    return Turn(request, team, who, verb, request.state)


def _too_late(session: Session, request: Request, verb: Verb) -> NotPossibleNow:
    name = f"R-{request.number}"
    if verb is Verb.ACCEPT and request.owner_id:
        owner = name_of(session, request.workspace_id, request.owner_id)
        return NotPossibleNow("{owner} has {request} already.", owner=owner, request=name)
    return NotPossibleNow(
        "{request} {state}. {only}", request=name, state=words.STATES[request.state], only=words.ONLY[verb]
    )


def _written(session: Session, turn: Turn, why: str, about: dict[str, str]) -> RequestEvent:
    event = RequestEvent(
        workspace_id=turn.request.workspace_id,
        request_id=turn.request.id,
        at=now(session),
        by=turn.viewer.user_id,
        verb=turn.verb,
        before=turn.before,
        after=turn.request.state,
        why=why,
        about=about,
    )
    session.add(event)
    session.flush()
    return event


def _say_in_thread(session: Session, event: RequestEvent, place: Place) -> None:
    if event.verb is Verb.SUBMIT:
        return
    card = card_key(event.request_id, place)
    once = f"request.line:{event.id}:{place}"
    outbox.say(session, event.workspace_id, place, "request.line", once=once, thread=card, event=event.id)
