"""How a request ends, or does not: confirmed, reopened, withdrawn."""

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import Actor
from slackapp.models.request_life import RequestState, RequestVerb
from slackapp.rules import validation
from slackapp.rules.requests import clocks
from slackapp.rules.requests.answering import ask_anew, settle
from slackapp.rules.requests.places import blocking_team, places, show_to
from slackapp.rules.requests.steps import begin, end


def confirm(session: Session, request_id: int, *, by: Actor) -> None:
    """The requester has what was asked for."""
    turn = begin(session, request_id, RequestVerb.CONFIRM, by=by)
    turn.request.state = RequestState.CONFIRMED
    end(session, turn)


def withdraw(session: Session, request_id: int, *, by: Actor, why: str = "") -> None:
    """The requester does not need it any more."""
    turn = begin(session, request_id, RequestVerb.WITHDRAW, by=by)
    lifter = blocking_team(session, turn.request)
    turn.request.state, turn.request.closed_at = RequestState.WITHDRAWN, now(session)
    clocks.forget(turn.request)
    settle(turn.request)
    end(session, turn, why=validation.fitting("reason", why))
    show_to(session, turn.request, lifter)


def reopen(session: Session, request_id: int, *, by: Actor, why: str) -> None:
    """It was not over: the team is asked again, and whoever owned it before is told."""
    turn = begin(session, request_id, RequestVerb.REOPEN, by=by)
    former = turn.request.owner_id
    left = places(session, turn.request)
    ask_anew(session, turn.request, turn.team)
    end(session, turn, why=validation.reason("reason", why), former=former, left=left)
