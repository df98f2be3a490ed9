"""How long a team had a request before it answered, and whether in time: measured as it happens, and afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from slackapp import migrating
from slackapp.clock import MovableClock
from slackapp.errors import Refusal
from slackapp.ids import Actor
from slackapp.models.requests import Priority, Request, RequestTerms
from slackapp.queries import requests as asked
from slackapp.queries import teams
from slackapp.rules.requests import answering, closing, submitting
from tests.rules.company import Company
from tests.rules.test_request_life import STEPS, VERBS

HOUR = timedelta(hours=1)
FAR = date(2026, 12, 18)
MEASURED = (Request.asked_at, Request.answered_at, Request.answered_after, Request.answered_in_time)
Do = Callable[..., None]


@dataclass(frozen=True)
class Desk:
    """Sanne asks Design, which works from nine to five in Amsterdam and answers within a working day."""

    company: Company
    clock: MovableClock
    sanne: Actor
    noor: Actor
    kim: Actor
    design: int
    support: int

    def asks(self) -> int:
        needed_by = self.clock.now().date() + timedelta(days=25)
        wish = RequestTerms(self.design, "A banner", "The launch", needed_by, Priority.NORMAL)
        number = self.company.do(submitting.submit, wish, by=self.sanne)
        return self.company.ask(asked.page_of_number, self.sanne, number=number).card.id

    def after(self, hours: float, rule: Do, request_id: int, by: Actor, **values: Any) -> None:
        self.clock.move(hours * HOUR)
        self.company.do(rule, request_id, by=by, **values)

    def measured(self, request_id: int) -> tuple[Any, ...]:
        return self.company.ask(_measured, request_id)


@pytest.fixture
def desk(company: Company, clock: MovableClock) -> Desk:
    return _desk(company, clock)


def _desk(company: Company, clock: MovableClock) -> Desk:
    sanne, noor, kim = (company.person(name) for name in ("sanne", "noor", "kim"))
    design, support = (_team(company, name, lead) for name, lead in (("Design", noor), ("Support", kim)))
    return Desk(company, clock, sanne, noor, kim, design, support)


def _team(company: Company, name: str, lead: Actor) -> int:
    found = company.ask(teams.by_name, company.id, name)
    return found.id if found else company.team(name, lead)


def test_only_working_time_counts_and_the_moment_of_the_answer_is_kept(desk: Desk) -> None:
    request_id = desk.asks()
    desk.after(7, answering.accept, request_id, desk.noor, promised=FAR)
    assert desk.measured(request_id) == (None, datetime(2026, 11, 23, 15, tzinfo=UTC), 7 * 60, True)


def test_a_night_is_no_delay_but_the_next_day_is(desk: Desk) -> None:
    request_id = desk.asks()
    desk.after(24 + 2, answering.decline, request_id, desk.noor, why="No time")
    assert desk.measured(request_id)[2:] == (8 * 60 + 2 * 60, False)


def test_while_the_requester_is_asked_the_clock_stands_still(desk: Desk) -> None:
    request_id = desk.asks()
    desk.after(1, answering.ask, request_id, desk.noor, question="Which colour?")
    desk.after(48, answering.answer, request_id, desk.sanne, words="Blue")
    desk.after(2, answering.accept, request_id, desk.noor, promised=FAR)
    assert desk.measured(request_id)[2:] == (3 * 60, True)


def test_a_question_after_the_limit_does_not_make_it_good(desk: Desk) -> None:
    request_id = desk.asks()
    desk.after(24 + 1, answering.ask, request_id, desk.noor, question="Which colour?")
    desk.after(16, answering.answer, request_id, desk.sanne, words="Blue")
    desk.after(0, answering.accept, request_id, desk.noor, promised=FAR)
    assert desk.measured(request_id)[3] is False


def test_another_team_that_is_asked_begins_anew(desk: Desk) -> None:
    request_id = desk.asks()
    desk.after(24 + 2, answering.hand_over, request_id, desk.noor, team_id=desk.support, why="Theirs")
    assert desk.measured(request_id)[1:] == (None, None, None)
    desk.after(1, answering.accept, request_id, desk.kim, promised=FAR)
    assert desk.measured(request_id)[2:] == (60, True)


def test_what_is_withdrawn_was_not_answered(desk: Desk) -> None:
    request_id = desk.asks()
    desk.after(1, closing.withdraw, request_id, desk.sanne)
    assert desk.measured(request_id)[:2] == (None, None)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_history_tells_afterwards_what_was_measured_as_it_happened(
    company: Company, clock: MovableClock, steps: list[Any]
) -> None:
    desk = _desk(company, clock)
    people, request_id = (desk.sanne, desk.noor, desk.kim), desk.asks()
    for verb, who, other, hours, is_elsewhere in steps:
        clock.move(hours * HOUR)
        options = {"day": clock.now().date() + timedelta(days=9), "who": people[other % 3]}
        team = desk.support if is_elsewhere else desk.design
        _try(desk, verb, request_id, by=people[who % 3], team=team, **options)
    before = company.ask(_telling, request_id)
    company.do(_forget_and_measure_again)
    assert company.ask(_telling, request_id) == before


def _try(desk: Desk, verb: Any, request_id: int, **options: Any) -> None:
    try:
        desk.company.do(VERBS[verb], request_id, **options)
    except Refusal:
        return


def _measured(session: Session, request_id: int) -> tuple[Any, ...]:
    return tuple(session.execute(select(*MEASURED).where(Request.id == request_id)).one())


def _telling(session: Session, request_id: int) -> tuple[Any, ...]:
    """What is counted of it, or goes on being counted."""
    request = session.get_one(Request, request_id)
    if request.answered_at is not None:
        return (request.answered_at, request.answered_after, request.answered_in_time)
    return (request.asked_at, request.asked_at and (request.answered_after or 0))


def _forget_and_measure_again(session: Session) -> None:
    """As it is when the migration comes to a database of before."""
    session.execute(update(Request).values(dict.fromkeys(MEASURED)))
    session.flush()
    config = Config()
    config.set_main_option("script_location", str(migrating.SCRIPTS))
    script = ScriptDirectory.from_config(config).get_revision("0007")
    script.module._measure_what_is_there(session.connection())
