"""How a request ends, or does not: confirmed, withdrawn, reopened, handed over to another team."""

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import Actor
from slackapp.models.request_life import State, Verb
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.rules.requests import clocks, limits
from slackapp.rules.requests.answering import settle
from slackapp.rules.requests.places import places
from slackapp.rules.requests.steps import begin, end
from slackapp.rules.requests.working import blocking_team, show_to


def confirm(session: Session, request_id: int, *, by: Actor) -> None:
    """The requester has what was asked for."""
    turn = begin(session, request_id, Verb.CONFIRM, by=by)
    turn.request.state = State.CONFIRMED
    end(session, turn)


def withdraw(session: Session, request_id: int, *, by: Actor, why: str = "") -> None:
    """The requester does not need it any more."""
    turn = begin(session, request_id, Verb.WITHDRAW, by=by)
    lifter = blocking_team(session, turn.request)
    turn.request.state, turn.request.closed_at = State.WITHDRAWN, now(session)
    clocks.forget(turn.request)
    settle(turn.request)
    end(session, turn, why=limits.fitting("reason", why))
    show_to(session, turn.request, lifter)


def reopen(session: Session, request_id: int, *, by: Actor, why: str) -> None:
    """It was not over: the team is asked again, and whoever owned it before is told."""
    turn = begin(session, request_id, Verb.REOPEN, by=by)
    former = turn.request.owner_id
    left = places(session, turn.request)
    _ask_anew(session, turn.request, turn.team)
    end(session, turn, why=limits.reason("reason", why), former=former, left=left)


def hand_over(session: Session, request_id: int, *, by: Actor, team_id: int | None, why: str) -> None:
    """Another team is better placed: it keeps its number and its history, and that team must accept it (REQ-6)."""
    turn = begin(session, request_id, Verb.HAND_OVER, by=by)
    request, former, left = turn.request, turn.request.owner_id, places(session, turn.request)
    lifter = blocking_team(session, request)
    target = _target(session, request, team_id)
    request.to_team_id = target.id
    _ask_anew(session, request, target)
    session.flush()
    end(
        session,
        turn,
        why=limits.reason("reason", why),
        former=former,
        left=left,
        from_team=turn.team.name,
        team=target.name,
    )
    show_to(session, request, lifter)


def _ask_anew(session: Session, request: Request, team: Team) -> None:
    request.state, request.closed_at = State.OPEN, None
    request.owner_id = request.promised = None
    settle(request)
    clocks.ask_team(request, team, now(session))


def _target(session: Session, request: Request, team_id: int | None) -> Team:
    team = session.get(Team, team_id) if team_id is not None else None
    if team is None or team.workspace_id != request.workspace_id or team.is_archived:
        raise InvalidInput("team", "Choose the team that it goes to.")
    if team.id == request.to_team_id:
        raise InvalidInput("team", "{team} has it already. Choose another team.", team=team.name)
    return team
