"""A request is worked on: started, blocked, waiting for the requester, done."""

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import Actor, ChannelId
from slackapp.models.request_life import State, Verb
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.rules.requests import clocks, limits
from slackapp.rules.requests.answering import interrupt, resume, settle
from slackapp.rules.requests.steps import Turn, begin, end


def start(session: Session, request_id: int, *, by: Actor) -> None:
    """Begin with it."""
    turn = begin(session, request_id, Verb.START, by=by)
    turn.request.state = State.IN_PROGRESS
    end(session, turn)


def block(session: Session, request_id: int, *, by: Actor, what: str, team_id: int | None) -> None:
    """Say what is in the way and which team can lift it; that team sees it in its home channel (REQ-9)."""
    turn = begin(session, request_id, Verb.BLOCK, by=by)
    request = turn.request
    lifter = _lifter(session, turn, team_id)
    request.returns_to, request.state = turn.before, State.BLOCKED
    request.blocked_by = limits.reason("what", what)
    request.blocking_team_id = lifter.id if lifter else None
    end(session, turn, why=request.blocked_by, team=lifter.name if lifter else "")
    show_to(session, request, lifter)


def unblock(session: Session, request_id: int, *, by: Actor) -> None:
    """Nothing is in the way any more: it goes on where it was."""
    turn = begin(session, request_id, Verb.UNBLOCK, by=by)
    lifter = blocking_team(session, turn.request)
    turn.request.state = turn.request.returns_to or State.IN_PROGRESS
    settle(turn.request)
    end(session, turn)
    show_to(session, turn.request, lifter)


def ask(session: Session, request_id: int, *, by: Actor, question: str) -> None:
    """Ask the requester something: until they answer, the team's clock stands still."""
    turn = begin(session, request_id, Verb.ASK, by=by)
    turn.request.question = limits.reason("question", question)
    interrupt(session, turn, State.WAITING)
    end(session, turn, why=turn.request.question)


def answer(session: Session, request_id: int, *, by: Actor, words: str) -> None:
    """The requester answers, and the clock runs on."""
    turn = begin(session, request_id, Verb.ANSWER, by=by)
    resume(session, turn)
    end(session, turn, why=limits.reason("answer", words))


def finish(session: Session, request_id: int, *, by: Actor) -> None:
    """It is done. Whoever finishes one that nobody had accepted is its owner from then on."""
    turn = begin(session, request_id, Verb.FINISH, by=by)
    request = turn.request
    lifter = blocking_team(session, request)
    request.owner_id = request.owner_id or by.user_id
    request.state, request.closed_at = State.DONE, now(session)
    clocks.answered(request, turn.team, now(session))
    settle(request)
    end(session, turn)
    show_to(session, request, lifter)


def blocking_team(session: Session, request: Request) -> Team | None:
    """The team that is in the way."""
    return session.get(Team, request.blocking_team_id) if request.blocking_team_id else None


def _lifter(session: Session, turn: Turn, team_id: int | None) -> Team | None:
    if team_id is None:
        return None
    team = session.get(Team, team_id)
    if team is None or team.workspace_id != turn.request.workspace_id or team.is_archived:
        raise InvalidInput("team", "Choose the team that can lift it, or none.")
    return team


def show_to(session: Session, request: Request, lifter: Team | None) -> None:
    """Keep the card of the team that is or was in the way true.

    What belongs to a private request is told to nobody else, and a team that blocks itself reads its own card.
    """
    if lifter is None or request.is_private or lifter.id == request.to_team_id:
        return
    outbox.show(session, request.workspace_id, ChannelId(lifter.home_channel), "request.blocker", request=request.id)
