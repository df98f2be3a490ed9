"""A request is worked on: started, blocked, given to a colleague, done."""

from datetime import date

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import Actor, UserId
from slackapp.models.request_life import RequestState, RequestVerb
from slackapp.models.teams import Team
from slackapp.permissions.viewer import team_ids_of
from slackapp.queries.people import name_of
from slackapp.rules import selectable, validation
from slackapp.rules.requests import clocks
from slackapp.rules.requests.answering import own, promise, settle
from slackapp.rules.requests.places import blocking_team, show_to
from slackapp.rules.requests.steps import RequestTurn, begin, end


def start(session: Session, request_id: int, *, by: Actor) -> None:
    """Begin with it."""
    turn = begin(session, request_id, RequestVerb.START, by=by)
    turn.request.state = RequestState.IN_PROGRESS
    end(session, turn)


def assign(session: Session, request_id: int, *, by: Actor, owner: UserId | None, promised: date | None) -> None:
    """Make a colleague the owner; inside the team nobody's permission is asked. Assigning accepts an open request."""
    turn = begin(session, request_id, RequestVerb.ASSIGN, by=by)
    former = turn.request.owner_id
    chosen = _colleague(session, turn, owner)
    if chosen == former:
        raise InvalidInput("owner", "{person} owns this already.", person=name_of(session, by.workspace_id, chosen))
    day = promise(session, turn, promised)
    own(session, turn, chosen, day)
    left = [former] if former and turn.request.is_private and former != turn.team.lead_id else []
    end(session, turn, former=former, left=left, owner=chosen, promised=day.isoformat())


def block(session: Session, request_id: int, *, by: Actor, what: str, team_id: int | None) -> None:
    """Say what is in the way and which team can lift it; that team sees it in its home channel (REQ-9)."""
    turn = begin(session, request_id, RequestVerb.BLOCK, by=by)
    request = turn.request
    lifter = _lifter(session, turn, team_id)
    request.returns_to, request.state = turn.before, RequestState.BLOCKED
    request.blocked_by = validation.reason("what", what)
    request.blocking_team_id = lifter.id if lifter else None
    end(session, turn, why=request.blocked_by, team=lifter.name if lifter else "")
    show_to(session, request, lifter)


def unblock(session: Session, request_id: int, *, by: Actor) -> None:
    """Nothing is in the way any more: it goes on where it was."""
    turn = begin(session, request_id, RequestVerb.UNBLOCK, by=by)
    lifter = blocking_team(session, turn.request)
    turn.request.state = turn.request.returns_to or RequestState.IN_PROGRESS
    settle(turn.request)
    end(session, turn)
    show_to(session, turn.request, lifter)


def finish(session: Session, request_id: int, *, by: Actor) -> None:
    """It is done. Whoever finishes one that nobody had accepted is its owner from then on."""
    turn = begin(session, request_id, RequestVerb.FINISH, by=by)
    request = turn.request
    lifter = blocking_team(session, request)
    request.owner_id = request.owner_id or by.user_id
    request.state, request.closed_at = RequestState.DONE, now(session)
    clocks.answered(request, turn.team, now(session))
    settle(request)
    end(session, turn)
    show_to(session, request, lifter)


def _lifter(session: Session, turn: RequestTurn, team_id: int | None) -> Team | None:
    if team_id is None:
        return None
    team = selectable.team(session, turn.request.workspace_id, team_id)
    if team is None:
        raise InvalidInput("team", "Choose the team that can lift it, or none.")
    return team


def _colleague(session: Session, turn: RequestTurn, owner: UserId | None) -> UserId:
    if owner is None:
        raise InvalidInput("owner", "Choose who will own it.")
    teams = session.scalars(team_ids_of(turn.request.workspace_id, owner)).all()
    if turn.team.id not in teams and owner != turn.team.lead_id:
        who = name_of(session, turn.request.workspace_id, owner)
        raise InvalidInput(
            "owner",
            "{person} is not in {team}. Choose someone of the team, or hand it over.",
            person=who,
            team=turn.team.name,
        )
    return owner
