"""The team that was asked answers: yes with a date, no with a reason, or another date."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput, NotPossibleNow
from slackapp.ids import Actor, UserId
from slackapp.models.request_life import State, Verb
from slackapp.models.requests import Request
from slackapp.permissions.viewer import team_ids_of
from slackapp.queries.people import name_of
from slackapp.rules.requests import clocks, limits
from slackapp.rules.requests.steps import Turn, begin, end


def accept(session: Session, request_id: int, *, by: Actor, promised: date | None) -> None:
    """Take it on and promise a date (REQ-6): whoever is first becomes the owner, the next one is told who it is."""
    turn = begin(session, request_id, Verb.ACCEPT, by=by)
    day = _promise(session, turn, promised)
    _own(session, turn, by.user_id, day)
    end(session, turn, promised=day.isoformat())


def assign(session: Session, request_id: int, *, by: Actor, owner: UserId | None, promised: date | None) -> None:
    """Make a colleague the owner; inside the team nobody's permission is asked. Assigning accepts an open request."""
    turn = begin(session, request_id, Verb.ASSIGN, by=by)
    former = turn.request.owner_id
    chosen = _colleague(session, turn, owner)
    if chosen == former:
        raise InvalidInput("owner", "{person} owns this already.", person=name_of(session, by.workspace_id, chosen))
    day = _promise(session, turn, promised)
    _own(session, turn, chosen, day)
    left = [former] if former and turn.request.is_private and former != turn.team.lead_id else []
    end(session, turn, former=former, left=left, owner=chosen, promised=day.isoformat())


def decline(session: Session, request_id: int, *, by: Actor, why: str) -> None:
    """Say no, with a reason; whoever owned it is free of it."""
    turn = begin(session, request_id, Verb.DECLINE, by=by)
    turn.request.state = State.DECLINED
    turn.request.closed_at = now(session)
    clocks.answered(turn.request, turn.team, now(session))
    settle(turn.request)
    end(session, turn, why=limits.reason("reason", why))


def propose(session: Session, request_id: int, *, by: Actor, proposed: date | None, why: str) -> None:
    """Offer another date; the requester agrees or not, and the team's clock stands still meanwhile."""
    turn = begin(session, request_id, Verb.PROPOSE, by=by)
    request = turn.request
    day = limits.day("proposed", proposed, _today(session, turn))
    if day == (request.promised or request.needed_by):
        raise InvalidInput("proposed", "That is the date it already has. Choose another one, or accept it.")
    request.proposed, request.proposed_by = day, by.user_id
    interrupt(session, turn, State.PROPOSED)
    end(session, turn, why=limits.fitting("reason", why), proposed=day.isoformat())


def agree(session: Session, request_id: int, *, by: Actor) -> None:
    """The requester takes the proposed date: that is an acceptance by whoever proposed it."""
    turn = begin(session, request_id, Verb.AGREE, by=by)
    request = turn.request
    day, proposer = request.proposed, request.proposed_by
    if day is None or proposer is None:
        raise NotPossibleNow("There is no proposed date to agree to.")
    request.state = request.returns_to or State.OPEN
    _own(session, turn, request.owner_id or proposer, day)
    settle(request)
    end(session, turn, promised=day.isoformat())


def refuse_date(session: Session, request_id: int, *, by: Actor) -> None:
    """The requester cannot do with the proposed date: everything is as it was before, and the clock runs on."""
    turn = begin(session, request_id, Verb.REFUSE_DATE, by=by)
    proposed = turn.request.proposed
    resume(session, turn)
    end(session, turn, proposed=proposed.isoformat() if proposed else "")


def interrupt(session: Session, turn: Turn, state: State) -> None:
    """The requester is asked something: remember where it was, and stop the team's clock."""
    turn.request.returns_to = turn.before
    turn.request.state = state
    clocks.stop(turn.request, turn.team, now(session))


def resume(session: Session, turn: Turn) -> None:
    """Go back to where it was before the requester was asked."""
    turn.request.state = turn.request.returns_to or State.OPEN
    clocks.go_on(turn.request, turn.team, now(session))
    settle(turn.request)


def settle(request: Request) -> None:
    """Nothing is being asked or blocked any more."""
    request.returns_to = None
    request.proposed = request.proposed_by = None
    request.question = ""
    request.blocked_by, request.blocking_team_id = "", None


def _own(session: Session, turn: Turn, owner: UserId, promised: date) -> None:
    request = turn.request
    request.owner_id, request.promised = owner, promised
    if request.state == State.OPEN:
        request.state = State.ACCEPTED
    elif request.returns_to == State.OPEN:
        request.returns_to = State.ACCEPTED
    clocks.answered(request, turn.team, now(session))
    clocks.expect(request, turn.team, promised)


def _promise(session: Session, turn: Turn, promised: date | None) -> date:
    kept = turn.request.promised
    if kept and promised in (None, kept):
        return kept
    return limits.day("promised", promised, _today(session, turn))


def _today(session: Session, turn: Turn) -> date:
    return now(session).astimezone(ZoneInfo(turn.team.tz)).date()


def _colleague(session: Session, turn: Turn, owner: UserId | None) -> UserId:
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
