"""The team that was asked answers: yes with a date, no with a reason, another date, a question, another team."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from slackapp.clock import now, today
from slackapp.errors import InvalidInput, NotPossibleNow
from slackapp.ids import Actor, UserId
from slackapp.models.request_life import RequestState, RequestVerb
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.rules import selectable, validation
from slackapp.rules.requests import clocks
from slackapp.rules.requests.places import blocking_team, places, show_to
from slackapp.rules.requests.steps import RequestTurn, begin, end


def accept(session: Session, request_id: int, *, by: Actor, promised: date | None) -> None:
    """Take it on and promise a date (REQ-6): whoever is first becomes the owner, the next one is told who it is."""
    turn = begin(session, request_id, RequestVerb.ACCEPT, by=by)
    day = promise(session, turn, promised)
    own(session, turn, by.user_id, day)
    end(session, turn, promised=day.isoformat())


def decline(session: Session, request_id: int, *, by: Actor, why: str) -> None:
    """Say no, with a reason; whoever owned it is free of it."""
    turn = begin(session, request_id, RequestVerb.DECLINE, by=by)
    turn.request.state = RequestState.DECLINED
    turn.request.closed_at = now(session)
    clocks.answered(turn.request, turn.team, now(session))
    settle(turn.request)
    end(session, turn, why=validation.reason("reason", why))


def propose(session: Session, request_id: int, *, by: Actor, proposed: date | None, why: str) -> None:
    """Offer another date; the requester agrees or not, and the team's clock stands still meanwhile."""
    turn = begin(session, request_id, RequestVerb.PROPOSE, by=by)
    request = turn.request
    day = validation.day("proposed", proposed, today(session, ZoneInfo(turn.team.tz)))
    if day == (request.promised or request.needed_by):
        raise InvalidInput("proposed", "That is the date it already has. Choose another one, or accept it.")
    request.proposed, request.proposed_by = day, by.user_id
    interrupt(session, turn, RequestState.PROPOSED)
    end(session, turn, why=validation.fitting("reason", why), proposed=day.isoformat())


def agree(session: Session, request_id: int, *, by: Actor) -> None:
    """The requester takes the proposed date: that is an acceptance by whoever proposed it."""
    turn = begin(session, request_id, RequestVerb.AGREE, by=by)
    request = turn.request
    day, proposer = request.proposed, request.proposed_by
    if day is None or proposer is None:
        raise NotPossibleNow("There is no proposed date to agree to.")
    request.state = request.returns_to or RequestState.OPEN
    own(session, turn, request.owner_id or proposer, day)
    settle(request)
    end(session, turn, promised=day.isoformat())


def refuse_date(session: Session, request_id: int, *, by: Actor) -> None:
    """The requester cannot do with the proposed date: everything is as it was before, and the clock runs on."""
    turn = begin(session, request_id, RequestVerb.REFUSE_DATE, by=by)
    proposed = turn.request.proposed
    resume(session, turn)
    end(session, turn, proposed=proposed.isoformat() if proposed else "")


def ask(session: Session, request_id: int, *, by: Actor, question: str) -> None:
    """Ask the requester something: until they answer, the team's clock stands still."""
    turn = begin(session, request_id, RequestVerb.ASK, by=by)
    turn.request.question = validation.reason("question", question)
    interrupt(session, turn, RequestState.WAITING)
    end(session, turn, why=turn.request.question)


def answer(session: Session, request_id: int, *, by: Actor, words: str) -> None:
    """The requester answers, and the clock runs on."""
    turn = begin(session, request_id, RequestVerb.ANSWER, by=by)
    resume(session, turn)
    end(session, turn, why=validation.reason("answer", words))


def hand_over(session: Session, request_id: int, *, by: Actor, team_id: int | None, why: str) -> None:
    """Another team is better placed: it keeps its number and its history, and that team must accept it (REQ-6)."""
    turn = begin(session, request_id, RequestVerb.HAND_OVER, by=by)
    request, former, left = turn.request, turn.request.owner_id, places(session, turn.request)
    lifter = blocking_team(session, request)
    target = _target(session, request, team_id)
    request.to_team_id = target.id
    ask_anew(session, request, target)
    session.flush()
    end(
        session,
        turn,
        why=validation.reason("reason", why),
        former=former,
        left=left,
        from_team=turn.team.name,
        team=target.name,
    )
    show_to(session, request, lifter)


def ask_anew(session: Session, request: Request, team: Team) -> None:
    """The team is asked as it was in the beginning."""
    request.state, request.closed_at = RequestState.OPEN, None
    request.owner_id = request.promised = None
    settle(request)
    clocks.ask_team(request, team, now(session))


def interrupt(session: Session, turn: RequestTurn, state: RequestState) -> None:
    """The requester is asked something: remember where it was, and stop the team's clock."""
    turn.request.returns_to = turn.before
    turn.request.state = state
    clocks.stop(turn.request, turn.team, now(session))


def resume(session: Session, turn: RequestTurn) -> None:
    """Go back to where it was before the requester was asked."""
    turn.request.state = turn.request.returns_to or RequestState.OPEN
    clocks.go_on(turn.request, turn.team, now(session))
    settle(turn.request)


def settle(request: Request) -> None:
    """Nothing is being asked or blocked any more."""
    request.returns_to = None
    request.proposed = request.proposed_by = None
    request.question = ""
    request.blocked_by, request.blocking_team_id = "", None


def own(session: Session, turn: RequestTurn, owner: UserId, promised: date) -> None:
    """Somebody is the owner and has promised a day: that is an answer."""
    request = turn.request
    request.owner_id, request.promised = owner, promised
    if request.state == RequestState.OPEN:
        request.state = RequestState.ACCEPTED
    elif request.returns_to == RequestState.OPEN:
        request.returns_to = RequestState.ACCEPTED
    clocks.answered(request, turn.team, now(session))
    clocks.expect(request, turn.team, promised)


def promise(session: Session, turn: RequestTurn, promised: date | None) -> date:
    """The day that is promised; one that stands already is kept, also where it is over."""
    kept = turn.request.promised
    if kept and promised in (None, kept):
        return kept
    return validation.day("promised", promised, today(session, ZoneInfo(turn.team.tz)))


def _target(session: Session, request: Request, team_id: int | None) -> Team:
    team = selectable.team(session, request.workspace_id, team_id)
    if team is None:
        raise InvalidInput("team", "Choose the team that it goes to.")
    if team.id == request.to_team_id:
        raise InvalidInput("team", "{team} has it already. Choose another team.", team=team.name)
    return team
