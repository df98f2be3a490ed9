"""Late is late by one definition, for what was read and in the database (REQ-22)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from slackapp.clock import MovableClock
from slackapp.models import request_lateness as lateness
from slackapp.models.request_life import ENDED, RequestState
from slackapp.models.requests import Priority, Request, RequestTerms
from slackapp.models.teams import Team
from slackapp.rules.requests import answering, submitting
from tests.rules.company import Company

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
MOMENTS = st.none() | st.integers(-3, 3).map(lambda hours: NOON + timedelta(hours=hours))
ROWS = st.lists(st.tuples(st.sampled_from(RequestState), MOMENTS, MOMENTS, MOMENTS), min_size=1, max_size=8)


@pytest.fixture
def design(company: Company) -> int:
    return company.team("Design", company.person("noor"))


@given(rows=ROWS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_database_and_the_app_agree_on_what_is_late_and_since_when(
    company: Company, design: int, rows: list[Any]
) -> None:
    read, sorted_, late = company.do(_both, design, rows)
    assert sorted_ == read
    assert late == [since is not None and since <= NOON for since in read]


@given(state=st.sampled_from(RequestState), missed=MOMENTS, answer=MOMENTS, due=MOMENTS)
def test_it_is_late_once_the_first_of_its_moments_has_passed_until_it_ends(
    state: RequestState, missed: datetime | None, answer: datetime | None, due: datetime | None
) -> None:
    request = Request(state=state, missed_at=missed, answer_by=answer, due_at=due)
    answers = {RequestState.OPEN: (missed, answer), RequestState.WAITING: (missed,)}.get(state, ())
    moments = [each for each in (*answers, due) if each]
    assert lateness.is_late(request, NOON) is (state not in ENDED and any(each <= NOON for each in moments))


def test_an_answer_that_is_late_stays_late_through_a_question_and_another_team(
    company: Company, clock: MovableClock
) -> None:
    sanne, noor, kim = (company.person(name) for name in ("sanne", "noor", "kim"))
    design, support = company.team("Design", noor), company.team("Support", kim)
    wish = RequestTerms(design, "A banner", "The launch", clock.now().date() + timedelta(days=20), Priority.NORMAL)
    company.do(submitting.submit, wish, by=sanne)
    clock.move(timedelta(days=2))
    limit = company.ask(_late_from)
    assert limit is not None
    assert limit < clock.now()
    company.do(answering.ask, 1, by=noor, question="Which size?")
    assert company.ask(_late_from) == limit
    clock.move(timedelta(days=1))
    company.do(answering.answer, 1, by=sanne, words="Large")
    assert company.ask(_late_from) == limit
    company.do(answering.hand_over, 1, by=noor, team_id=support, why="Theirs")
    assert company.ask(_late_from) == limit
    company.do(answering.accept, 1, by=kim, promised=clock.now().date() + timedelta(days=5))
    since = company.ask(_late_from)
    assert since is not None
    assert since > clock.now()


def _late_from(session: Session) -> datetime | None:
    return lateness.late_from(session.scalars(select(Request)).one())


def _both(session: Session, design: int, rows: list[Any]) -> tuple[list[Any], list[Any], list[bool]]:
    session.execute(delete(Request))
    for number, (state, missed, answer, due) in enumerate(rows, 1):
        moments = {"missed_at": missed, "answer_by": answer, "due_at": due}
        session.add(_request(session, design, number, state=state, **moments))
    session.flush()
    found = session.execute(
        select(Request, lateness.late_from_column(), lateness.is_late_column(NOON)).order_by(Request.number)
    ).all()
    return (
        [lateness.late_from(row[0]) for row in found],
        [_utc(row[1]) for row in found],
        [bool(row[2]) for row in found],
    )


def _utc(moment: Any) -> Any:
    return moment and moment.astimezone(UTC)


def _request(session: Session, design: int, number: int, **also: Any) -> Request:
    return Request(
        workspace_id=session.get_one(Team, design).workspace_id,
        number=number,
        requester_id="USANNE",
        to_team_id=design,
        title="A banner",
        why="The launch",
        needed_by=NOON.date(),
        priority=Priority.NORMAL,
        submitted_at=NOON,
        **also,
    )
