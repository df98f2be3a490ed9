"""Letting one named outsider in to a private request, and out again (REQ-13)."""

from sqlalchemy.orm import Session

from slackapp.database import insert_new
from slackapp.errors import InvalidInput, NotPossibleNow
from slackapp.ids import Actor, UserId
from slackapp.models.people import Person
from slackapp.models.request_life import RequestVerb
from slackapp.models.requests import RequestGuest
from slackapp.permissions import requests as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries.people import name_of
from slackapp.references import REQUEST
from slackapp.rules.requests.steps import RequestTurn, begin, end


def let_in(session: Session, request_id: int, *, by: Actor, guest: UserId | None) -> None:
    """Show a private request to somebody who is neither its requester, its owner nor the lead."""
    turn = _private(session, request_id, RequestVerb.LET_IN, by)
    person = session.get(Person, (by.workspace_id, guest)) if guest else None
    if guest is None or person is None or person.is_bot or person.is_deactivated:
        raise InvalidInput("guest", "Choose a person.")
    request = turn.request
    sees_it = permissions.may_see(session, request, viewer(session, Actor(by.workspace_id, guest)))
    about = {"workspace_id": by.workspace_id, "request_id": request.id, "user_id": guest}
    if sees_it or not insert_new(session, RequestGuest, **about):
        raise InvalidInput("guest", "{person} can see it already.", person=person.name)
    end(session, turn, former=guest, guest=person.name)


def let_out(session: Session, request_id: int, *, by: Actor, guest: UserId) -> None:
    """Somebody who was let in sees it no more; NotPossibleNow where they were not, or are let out already."""
    turn = _private(session, request_id, RequestVerb.LET_OUT, by)
    found = session.get(RequestGuest, (turn.request.id, guest))
    if found is None:
        raise NotPossibleNow("Nobody is let out: this person was not let in, or is let out already.")
    session.delete(found)
    end(session, turn, guest=name_of(session, by.workspace_id, guest))


def _private(session: Session, request_id: int, verb: RequestVerb, by: Actor) -> RequestTurn:
    turn = begin(session, request_id, verb, by=by)
    if not turn.request.is_private:
        raise NotPossibleNow("{request} is not private: everybody can see it.", request=REQUEST.of(turn.request.number))
    return turn
