"""Whatever people try with a request, in whatever order: it stays a request that makes sense (REQ-4, REQ-5, REQ-13)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp.clock import MovableClock
from slackapp.errors import Refusal
from slackapp.ids import Actor, WorkspaceId
from slackapp.models.request_life import ENDED, RequestState, RequestVerb
from slackapp.models.requests import Priority, Request, RequestEvent, RequestGuest, RequestTerms
from slackapp.models.timers import Timer
from slackapp.permissions import requests as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries import requests as asked
from slackapp.queries import teams
from slackapp.rules.requests import answering, closing, sharing, submitting, working
from tests.rules.company import Company

VERBS: dict[RequestVerb, Callable[..., None]] = {
    RequestVerb.ACCEPT: lambda s, i, *, by, day, **_: answering.accept(s, i, by=by, promised=day),
    RequestVerb.ASSIGN: lambda s, i, *, by, day, who, **_: working.assign(s, i, by=by, owner=who.user_id, promised=day),
    RequestVerb.DECLINE: lambda s, i, *, by, **_: answering.decline(s, i, by=by, why="no"),
    RequestVerb.PROPOSE: lambda s, i, *, by, day, **_: answering.propose(s, i, by=by, proposed=day, why=""),
    RequestVerb.AGREE: lambda s, i, *, by, **_: answering.agree(s, i, by=by),
    RequestVerb.REFUSE_DATE: lambda s, i, *, by, **_: answering.refuse_date(s, i, by=by),
    RequestVerb.START: lambda s, i, *, by, **_: working.start(s, i, by=by),
    RequestVerb.BLOCK: lambda s, i, *, by, team, **_: working.block(s, i, by=by, what="x", team_id=team),
    RequestVerb.UNBLOCK: lambda s, i, *, by, **_: working.unblock(s, i, by=by),
    RequestVerb.ASK: lambda s, i, *, by, **_: answering.ask(s, i, by=by, question="?"),
    RequestVerb.ANSWER: lambda s, i, *, by, **_: answering.answer(s, i, by=by, words="!"),
    RequestVerb.FINISH: lambda s, i, *, by, **_: working.finish(s, i, by=by),
    RequestVerb.CONFIRM: lambda s, i, *, by, **_: closing.confirm(s, i, by=by),
    RequestVerb.REOPEN: lambda s, i, *, by, **_: closing.reopen(s, i, by=by, why="again"),
    RequestVerb.WITHDRAW: lambda s, i, *, by, **_: closing.withdraw(s, i, by=by),
    RequestVerb.HAND_OVER: lambda s, i, *, by, team, **_: answering.hand_over(s, i, by=by, team_id=team, why="there"),
    RequestVerb.LET_IN: lambda s, i, *, by, who, **_: sharing.let_in(s, i, by=by, guest=who.user_id),
    RequestVerb.LET_OUT: lambda s, i, *, by, who, **_: sharing.let_out(s, i, by=by, guest=who.user_id),
}

STEPS = st.lists(
    st.tuples(st.sampled_from(list(VERBS)), st.integers(0, 4), st.integers(0, 4), st.integers(0, 40), st.booleans()),
    max_size=25,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, is_private=st.booleans())
def test_any_order_of_steps_leaves_a_request_that_makes_sense(
    company: Company,
    clock: MovableClock,
    steps: list[Any],
    is_private: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    people = [company.person(name) for name in ("sanne", "noor", "jan", "kim")]
    people.append(company.person("gus", is_guest=True))
    design = _team(company, "Design", people[1], people[2])
    support = _team(company, "Support", people[3])
    request_id = _submitted(company, people[0], design, clock, is_private=is_private)
    for verb, who, other, days, elsewhere in steps:
        before, stood = company.ask(_counted, request_id), company.ask(_standing, request_id)
        options = {"day": clock.now().date() + timedelta(days=days), "who": people[other]}
        team = support if elsewhere else design
        took = _tries(company, verb, request_id, by=people[who], team=team, **options)
        clock.move(timedelta(hours=days))
        assert company.ask(_counted, request_id) == before + took
        assert (company.ask(_standing, request_id) != stood) is took, verb
        company.ask(_makes_sense, request_id, people)


def _team(company: Company, name: str, lead: Actor, *members: Actor) -> int:
    found = company.ask(_team_called, company.id, name)
    return found or company.team(name, lead, members=tuple(each.user_id for each in members))


def _team_called(session: Session, workspace_id: WorkspaceId, name: str) -> int | None:
    found = teams.by_name(session, workspace_id, name)
    return found.id if found else None


def _submitted(company: Company, by: Actor, team: int, clock: MovableClock, *, is_private: bool) -> int:
    wish = RequestTerms(team, "A banner", "The launch", clock.now().date() + timedelta(days=9), Priority.NORMAL)
    number = company.do(submitting.submit, RequestTerms(**vars(wish) | {"is_private": is_private}), by=by)
    return company.ask(asked.page_of_number, by, number=number).card.id


def _tries(company: Company, verb: RequestVerb, request_id: int, **options: Any) -> bool:
    try:
        company.do(VERBS[verb], request_id, **options)
    except Refusal:
        return False
    return True


def _counted(session: Session, request_id: int) -> int:
    lines = select(func.count()).select_from(RequestEvent).where(RequestEvent.request_id == request_id)
    return session.scalar(lines) or 0


def _standing(session: Session, request_id: int) -> tuple[Any, ...]:
    """All that there is of it but its history: what is written there has changed something."""
    request = session.execute(select(Request.__table__).where(Request.id == request_id)).one()
    guests = select(RequestGuest.user_id).where(RequestGuest.request_id == request_id).order_by(RequestGuest.user_id)
    return (*request, *session.scalars(guests))


def _makes_sense(session: Session, request_id: int, people: list[Actor]) -> None:
    request = session.get_one(Request, request_id)
    waited_for = request.state not in ENDED | {RequestState.WAITING, RequestState.PROPOSED}
    assert (request.answer_by is not None) == (request.state == RequestState.OPEN)
    assert (request.closed_at is not None) == (request.state in ENDED)
    assert (request.state in {RequestState.ACCEPTED, RequestState.IN_PROGRESS}) <= (request.owner_id is not None)
    assert (request.proposed is not None) == (request.state == RequestState.PROPOSED)
    assert bool(request.question) == (request.state == RequestState.WAITING)
    assert bool(request.blocked_by) <= (RequestState.BLOCKED in {request.state, request.returns_to})
    timers = set(session.scalars(select(Timer.kind).where(Timer.ref == request_id)))
    assert ("request.remind" in timers) <= waited_for
    assert ("request.late" in timers) <= (request.state not in ENDED)
    for each in people:
        who = viewer(session, each)
        assert bool(permissions.verbs(request, who)) <= permissions.may_see(session, request, who)
